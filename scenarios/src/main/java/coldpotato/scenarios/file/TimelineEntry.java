package coldpotato.scenarios.file;

/**
 * Something that happens at a time.
 *
 * @param name as the user calls it; times may be counted from it
 * @param when at which time, or in which stretch of time
 * @param action what
 * @param place where it is written
 */
public record TimelineEntry(String name, DrawnTime when, Action action, Place place) {}
