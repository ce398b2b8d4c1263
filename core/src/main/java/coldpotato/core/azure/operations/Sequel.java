package coldpotato.core.azure.operations;

/**
 * The end of an operation that takes time.
 *
 * @param afterNanos how long after its beginning
 * @param operation what is done then
 */
public record Sequel(long afterNanos, Operation operation) {}
