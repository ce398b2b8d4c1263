package coldpotato.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in network namespaces, with these daemons. Each test method may ask for a {@link Lab}. Where the machine lacks
 * something, the tests are skipped and say what it is; where {@code CI} is true or {@code COLDPOTATO_INTEROP} is
 * {@code required}, they fail instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("namespace")
@ExtendWith({Machine.class, LabOfTest.class})
@interface NeedsNamespaces {
    Product[] products() default {};

    /** Further programs, by path. */
    String[] programs() default {};
}
