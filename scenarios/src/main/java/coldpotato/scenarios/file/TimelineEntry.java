package coldpotato.scenarios.file;

/**
 * Something that happens at a time.
 *
 * @param name as the user calls it; times may be counted from it
 * @param at when
 * @param action what
 * @param place where it is written
 */
public record TimelineEntry(String name, TimeExpression at, Action action, Place place) {}
