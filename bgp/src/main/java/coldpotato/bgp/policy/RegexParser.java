package coldpotato.bgp.policy;

import coldpotato.bgp.policy.RegexProgram.Part;
import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;

/** Reads an AS-path expression by recursive descent: alternatives of sequences of repeated atoms. */
final class RegexParser {
    private static final CharMatcher DELIMITER = CharMatcher.anyOf(" ,{}()[]");
    private static final char NOTHING = '\0';

    private final String text;
    private int at;
    private int depth;

    RegexParser(String text) {
        this.text = text;
    }

    RegexProgram parse() {
        if (text.length() > AsPathRegex.LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "an AS-path expression has at most " + AsPathRegex.LENGTH_MAX + " characters");
        }
        Part whole = alternatives();
        if (at < text.length()) {
            throw wrong("unopened )");
        }
        return new RegexProgram(whole);
    }

    private Part alternatives() {
        if (++depth > AsPathRegex.NESTING_MAX) {
            throw wrong("more than " + AsPathRegex.NESTING_MAX + " nested brackets");
        }
        List<Part> parts = new ArrayList<>();
        do {
            parts.add(sequence());
        } while (skip('|'));
        depth--;
        return RegexProgram.either(parts);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(repeated());
        }
        return RegexProgram.sequence(parts);
    }

    private Part repeated() {
        Part part = atom();
        while (true) {
            if (skip('*')) {
                part = RegexProgram.optional(RegexProgram.oneOrMore(part));
            } else if (skip('+')) {
                part = RegexProgram.oneOrMore(part);
            } else if (skip('?')) {
                part = RegexProgram.optional(part);
            } else {
                return part;
            }
        }
    }

    private Part atom() {
        char character = take();
        return switch (character) {
            case '(' -> group();
            case '[' -> RegexProgram.read(characterClass());
            case '.' -> RegexProgram.read(CharMatcher.any());
            case '^' -> RegexProgram.begin();
            case '$' -> RegexProgram.end();
            case '_' ->
                RegexProgram.either(List.of(RegexProgram.begin(), RegexProgram.end(), RegexProgram.read(DELIMITER)));
            case '\\' -> RegexProgram.read(CharMatcher.is(take()));
            case '*', '+', '?' -> {
                at--;
                throw wrong("nothing to repeat by " + character);
            }
            default -> RegexProgram.read(CharMatcher.is(character));
        };
    }

    private Part group() {
        Part inside = alternatives();
        if (!skip(')')) {
            throw wrong("unclosed (");
        }
        return inside;
    }

    private CharMatcher characterClass() {
        boolean negated = skip('^');
        CharMatcher characters = classMember();
        while (!skip(']')) {
            characters = characters.or(classMember());
        }
        return negated ? characters.negate() : characters;
    }

    private CharMatcher classMember() {
        char first = take();
        boolean range = peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']';
        if (!range) {
            return CharMatcher.is(first);
        }
        at++;
        char last = take();
        if (last < first) {
            throw wrong("range " + first + "-" + last + " runs backwards");
        }
        return CharMatcher.inRange(first, last);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : NOTHING;
    }

    private boolean skip(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private char take() {
        if (at == text.length()) {
            throw wrong("unfinished expression");
        }
        return text.charAt(at++);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at character " + (at + 1) + " of AS-path expression " + text);
    }
}
