package coldpotato.core.net;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A table of prefixes of both families with longest-match look-up: a path-compressed binary trie for each family.
 * Iteration is in prefix order, whatever the order of insertion. Not safe for several threads.
 *
 * @param <V> what stands under a prefix, never null
 */
public final class PrefixMap<V> {

    private static final class Node<V> {
        final Prefix prefix;
        V value;
        Node<V> zero;
        Node<V> one;

        Node(Prefix prefix, V value) {
            this.prefix = prefix;
            this.value = value;
        }

        Node<V> child(boolean bit) {
            return bit ? one : zero;
        }

        void child(boolean bit, Node<V> node) {
            if (bit) {
                one = node;
            } else {
                zero = node;
            }
        }
    }

    private final Node<V> ipv4 = new Node<>(Prefix.DEFAULT_IPV4, null);
    private final Node<V> ipv6 = new Node<>(Prefix.DEFAULT_IPV6, null);
    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The value of exactly this prefix, or null. */
    public V get(Prefix prefix) {
        Node<V> node = root(prefix.family());
        while (node != null && node.prefix.length() < prefix.length()) {
            node = node.child(prefix.address().bit(node.prefix.length()));
        }
        return node != null && node.prefix.equals(prefix) ? node.value : null;
    }

    /** Sets the value of a prefix; returns the one before, or null. */
    public V put(Prefix prefix, V value) {
        checkNotNull(value);
        Node<V> node = reach(prefix);
        V before = node.value;
        node.value = value;
        size += before == null ? 1 : 0;
        return before;
    }

    /** Removes a prefix; returns its value, or null if it was not there. */
    public V remove(Prefix prefix) {
        Node<V> grand = null;
        Node<V> parent = null;
        Node<V> node = root(prefix.family());
        while (node != null && node.prefix.length() < prefix.length()) {
            grand = parent;
            parent = node;
            node = node.child(prefix.address().bit(node.prefix.length()));
        }
        if (node == null || node.value == null || !node.prefix.equals(prefix)) {
            return null;
        }
        V before = node.value;
        node.value = null;
        size--;
        splice(parent, node);
        splice(grand, parent);
        return before;
    }

    /** The longest prefix that contains the address, with its value. */
    public Optional<Map.Entry<Prefix, V>> longestMatch(IpAddress address) {
        Node<V> best = null;
        Node<V> node = root(address.family());
        while (node != null && node.prefix.contains(address)) {
            best = node.value != null ? node : best;
            node = node.prefix.length() == address.family().bits()
                    ? null
                    : node.child(address.bit(node.prefix.length()));
        }
        return best == null ? Optional.empty() : Optional.of(Map.entry(best.prefix, best.value));
    }

    /** All prefixes that contain this one, itself included, shortest first. */
    public List<Map.Entry<Prefix, V>> covering(Prefix prefix) {
        List<Map.Entry<Prefix, V>> found = new ArrayList<>();
        Node<V> node = root(prefix.family());
        while (node != null && node.prefix.contains(prefix)) {
            if (node.value != null) {
                found.add(Map.entry(node.prefix, node.value));
            }
            node = node.prefix.length() == prefix.length()
                    ? null
                    : node.child(prefix.address().bit(node.prefix.length()));
        }
        return found;
    }

    /** All prefixes inside this one, itself included, in order. */
    public List<Map.Entry<Prefix, V>> covered(Prefix prefix) {
        Node<V> node = root(prefix.family());
        while (node != null && node.prefix.length() < prefix.length()) {
            node = node.child(prefix.address().bit(node.prefix.length()));
        }
        List<Map.Entry<Prefix, V>> found = new ArrayList<>();
        if (node != null && prefix.contains(node.prefix)) {
            walk(node, (p, v) -> found.add(Map.entry(p, v)));
        }
        return found;
    }

    /** Visits every prefix in order: IPv4 first, a prefix before the more specific ones inside it. */
    public void forEach(BiConsumer<Prefix, ? super V> visitor) {
        walk(ipv4, visitor);
        walk(ipv6, visitor);
    }

    /** All entries in order. */
    public List<Map.Entry<Prefix, V>> entries() {
        List<Map.Entry<Prefix, V>> all = new ArrayList<>(size);
        forEach((prefix, value) -> all.add(Map.entry(prefix, value)));
        return all;
    }

    public void clear() {
        for (Node<V> root : List.of(ipv4, ipv6)) {
            root.value = null;
            root.zero = null;
            root.one = null;
        }
        size = 0;
    }

    private Node<V> root(Family family) {
        return family == Family.IPV4 ? ipv4 : ipv6;
    }

    private static <V> void walk(Node<V> node, BiConsumer<Prefix, ? super V> visitor) {
        if (node == null) {
            return;
        }
        if (node.value != null) {
            visitor.accept(node.prefix, node.value);
        }
        walk(node.zero, visitor);
        walk(node.one, visitor);
    }

    /** Finds the node of a prefix, making it, and a fork above it, where needed. */
    private Node<V> reach(Prefix prefix) {
        Node<V> node = root(prefix.family());
        while (!node.prefix.equals(prefix)) {
            boolean bit = prefix.address().bit(node.prefix.length());
            Node<V> child = node.child(bit);
            if (child == null || !child.prefix.contains(prefix)) {
                child = insert(prefix, child);
                node.child(bit, child);
            }
            node = child;
        }
        return node;
    }

    private Node<V> insert(Prefix prefix, Node<V> below) {
        if (below == null) {
            return new Node<>(prefix, null);
        }
        int shared = sharedBits(prefix, below.prefix);
        Node<V> fork = new Node<>(new Prefix(prefix.address(), shared), null);
        fork.child(below.prefix.address().bit(shared), below);
        return fork;
    }

    private static int sharedBits(Prefix a, Prefix b) {
        int limit = Math.min(a.length(), b.length());
        long high = a.address().high() ^ b.address().high();
        long low = a.address().low() ^ b.address().low();
        int same = a.family() == Family.IPV4
                ? Long.numberOfLeadingZeros(low) - 32
                : high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
        return Math.min(limit, same);
    }

    /** Takes a node without value and with fewer than two children out of the trie. */
    private void splice(Node<V> parent, Node<V> node) {
        if (parent == null || node.value != null || (node.zero != null && node.one != null)) {
            return;
        }
        Node<V> only = node.zero != null ? node.zero : node.one;
        parent.child(node.prefix.address().bit(parent.prefix.length()), only);
    }
}
