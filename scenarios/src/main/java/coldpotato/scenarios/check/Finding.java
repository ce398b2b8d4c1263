package coldpotato.scenarios.check;

import com.google.common.collect.ImmutableList;

/**
 * What a check found.
 *
 * @param holds true if it is what was expected
 * @param found in words
 * @param why sentences
 */
record Finding(boolean holds, String found, ImmutableList<String> why) {}
