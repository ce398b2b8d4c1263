package coldpotato.core.time;

/** A number made of a name, the same on every machine and in every version of Java: 64-bit FNV-1a over its UTF-16 units. */
public final class NameHash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    static final long PRIME = 0x100000001b3L;

    private NameHash() {}

    public static long of(String name) {
        return of(OFFSET, name);
    }

    /** Goes on from what was made of something else. */
    static long of(long start, String name) {
        long hash = start;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        return hash;
    }
}
