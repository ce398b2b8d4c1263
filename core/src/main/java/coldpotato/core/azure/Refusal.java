package coldpotato.core.azure;

/**
 * Something that Azure does not let anybody configure. An outcome, not a mistake of the file: a scenario may expect it.
 *
 * @param modelPath what is refused
 * @param reason what is wrong, with the values that clash
 * @param source the document that says so
 */
public record Refusal(String modelPath, String reason, Document source) {
    @Override
    public String toString() {
        return modelPath + ": " + reason + " (" + source.file() + ")";
    }
}
