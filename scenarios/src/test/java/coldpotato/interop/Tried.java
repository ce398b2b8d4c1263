package coldpotato.interop;

/** Tests that are run with each daemon. */
interface Tried {
    Product product();
}
