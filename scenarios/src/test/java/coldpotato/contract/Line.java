package coldpotato.contract;

/** A connection as it looks from the end that has no speaker: bytes in, bytes out. */
interface Line {
    /** True once the other end took it. */
    boolean isOpen();

    void send(byte[] bytes);

    /** All bytes that have arrived so far. */
    byte[] received();

    /** Closes it without a word. */
    void close();

    /** True once the speaker closed it. */
    boolean isClosed();
}
