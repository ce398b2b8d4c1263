package coldpotato.bgp.attr;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;

/**
 * One instance of every set of attributes in use. Within a pool equality is identity, so that tables compare pointers and
 * routes with the same attributes are packed together by grouping. Holds on to nothing that nobody else uses.
 */
public final class AttributePool {
    private final Interner<PathAttributes> interner = Interners.newWeakInterner();

    /** The pool's instance that equals these attributes. */
    public PathAttributes intern(PathAttributes attributes) {
        return interner.intern(attributes);
    }
}
