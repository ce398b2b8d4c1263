package coldpotato.scenarios.file;

/**
 * A file, or something else that a user wrote, such as an option of the command line.
 *
 * @param path as the user can find it from where the command was given; for messages
 * @param name the same on every machine; for provenance and traces
 */
public record Source(String path, String name) {}
