package coldpotato.interop;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests that are run with each daemon, those that wait longest first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
interface Tried {
    Product product();
}
