package coldpotato.scenarios.file;

import com.google.common.collect.ImmutableSet;

/** The names that a compiled network has. */
public interface NameTable {

    /** All names of a kind; asked only for kinds that the file alone cannot know. */
    ImmutableSet<String> known(NameKind kind);
}
