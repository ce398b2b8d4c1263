package coldpotato.scenarios.file;

import java.util.Optional;

/**
 * What is expected of flows in each direction, or without a direction.
 *
 * @param both of each of the two directions; of outages, while either direction is out
 * @param toSite of what travels from Microsoft to the customer
 * @param toAzure of what travels from the customer to Microsoft
 */
public record PerDirection<T>(Optional<T> both, Optional<T> toSite, Optional<T> toAzure) {

    public boolean isEmpty() {
        return both.isEmpty() && toSite.isEmpty() && toAzure.isEmpty();
    }
}
