package coldpotato.scenarios.file;

/**
 * A name that a file uses, and where.
 *
 * @param kind what it names
 * @param name as it is written
 * @param place where it is written
 */
public record Reference(NameKind kind, String name, Place place) {}
