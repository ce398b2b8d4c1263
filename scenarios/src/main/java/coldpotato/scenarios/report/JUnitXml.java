package coldpotato.scenarios.report;

import coldpotato.scenarios.check.Judgement;
import coldpotato.scenarios.check.Verdict;
import coldpotato.scenarios.file.Scenario;
import coldpotato.scenarios.run.RehearsalResult;
import com.google.common.base.Joiner;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Runs as JUnit XML, which every CI reads: one testsuite for each scenario, one testcase for each expectation. */
public final class JUnitXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    public JUnitXml() {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            line();
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "coldpotato");
            line();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** Adds the testsuite of one scenario. */
    public void add(String file, RehearsalResult result) {
        try {
            suite(file, result);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** Adds the testsuite of a scenario that a mistake of ours kept from running. */
    public void addBroken(String file, Scenario scenario, String message) {
        try {
            suite(scenario.name(), 1, 0, 1, 0);
            start(file, scenario.name(), "the run");
            xml.writeStartElement("error");
            attribute("type", "internal error");
            attribute("message", message);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            line();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** The whole document; nothing can be added after it. */
    public String finish() {
        try {
            xml.writeEndElement();
            line();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return text.toString();
    }

    private void suite(String file, RehearsalResult result) throws XMLStreamException {
        suite(
                result.scenario().name(),
                result.verdicts().size(),
                count(result, Judgement.FAILED),
                0,
                count(result, Judgement.NOT_JUDGED));
        for (Verdict verdict : result.verdicts()) {
            testCase(file, result.scenario().name(), verdict);
        }
        xml.writeEndElement();
        line();
    }

    private static long count(RehearsalResult result, Judgement judgement) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.judgement() == judgement)
                .count();
    }

    private void suite(String name, int tests, long failures, int errors, long skipped) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", Integer.toString(tests));
        attribute("failures", Long.toString(failures));
        attribute("errors", Integer.toString(errors));
        attribute("skipped", Long.toString(skipped));
        line();
    }

    private void start(String file, String scenario, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", scenario);
        attribute("name", name);
        attribute("file", file);
    }

    private void testCase(String file, String scenario, Verdict verdict) throws XMLStreamException {
        start(file, scenario, verdict.name());
        if (verdict.judgement() == Judgement.NOT_JUDGED) {
            xml.writeStartElement("skipped");
            attribute("message", verdict.found());
            xml.writeEndElement();
        } else if (verdict.failed()) {
            xml.writeStartElement("failure");
            attribute("type", "expectation");
            attribute("message", "expected " + verdict.expected() + "; found " + verdict.found());
            xml.writeCharacters(writable(Joiner.on('\n').join(verdict.why())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        line();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    /** Without the characters that XML 1.0 does not have, such as most control characters. */
    private static String writable(String value) {
        StringBuilder kept = new StringBuilder();
        value.codePoints()
                .map(c -> c == '\n'
                                || c == '\t'
                                || (c >= 0x20 && c <= 0xd7ff)
                                || (c >= 0xe000 && c <= 0xfffd)
                                || c >= 0x10000
                        ? c
                        : '?')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("writing into memory failed", e);
    }
}
