package coldpotato.core.azure.rules;

import coldpotato.core.azure.grounds.Document;

/**
 * Something that Azure does not let anybody configure. An outcome, not a mistake of the file: a scenario may expect it.
 *
 * @param modelPath what is refused
 * @param reason what is wrong, with the values that clash
 * @param source the document that says so
 * @param rule which rule is broken where: the same before and after an operation that leaves it broken, whatever the number is
 * @param excess by how much a limit is passed; 0 where it is not a matter of number
 */
public record Refusal(String modelPath, String reason, Document source, String rule, long excess) {

    /**
     * More than there may be.
     *
     * @param number how many there are
     * @param what of what
     * @param max how many there may be
     */
    record Count(long number, String what, long max) {}

    /** Where it is not a matter of number; the reason itself says which rule it is. */
    public Refusal(String modelPath, String reason, Document source) {
        this(modelPath, reason, source, modelPath + ": " + reason, 0);
    }

    /**
     * More than a limit allows.
     *
     * @param limit who takes how many, as in {@code a hub takes 4 of one location}
     */
    static Refusal beyond(String modelPath, Count count, String limit, Document source) {
        return new Refusal(
                modelPath,
                count.number + " " + count.what + ", while " + limit,
                source,
                modelPath + ": " + count.what,
                count.number - count.max);
    }

    /** True if another one is the same and no smaller, so that what leads from there to here makes nothing worse. */
    public boolean isWithin(Refusal other) {
        return rule.equals(other.rule) && source == other.source && excess <= other.excess;
    }

    /** The same where the rule is not about the element that it is told at. */
    Refusal as(String otherRule) {
        return new Refusal(modelPath, reason, source, otherRule, excess);
    }

    @Override
    public String toString() {
        return modelPath + ": " + reason + " (" + source.file() + ")";
    }
}
