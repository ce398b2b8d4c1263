package coldpotato.core.azure.rules;

import com.google.common.collect.ImmutableList;

/**
 * Something in a model that has no meaning at all, such as a name that nothing bears; always a mistake of whoever wrote it.
 *
 * @param modelPath where
 * @param reason what is wrong
 * @param suggestions names that may have been meant, nearest first
 */
public record Inconsistency(String modelPath, String reason, ImmutableList<String> suggestions) {}
