package coldpotato.scenarios.file;

import java.util.Optional;

/**
 * A name that a file uses, and where.
 *
 * @param kind what it names
 * @param name as it is written
 * @param place where it is written
 */
public record Reference(NameKind kind, String name, Place place) {

    /**
     * What is wrong with it, if it leads nowhere in the compiled network.
     *
     * @param table the names that there are
     */
    public Optional<Mistake> mistake(NameTable table) {
        return table.known(kind).contains(name) ? Optional.empty() : Optional.of(new Mistake(place, dangling(table)));
    }

    private String dangling(NameTable table) {
        String quoted = Quoted.of(name);
        boolean isNode = table.known(NameKind.NODE).contains(name);
        boolean isLink = table.known(NameKind.LINK).contains(name);
        if (kind == NameKind.LINK && isNode) {
            return quoted + " stands for nodes, and fail is for links; reboot takes the power of a node";
        }
        if (kind == NameKind.NODE && isLink) {
            return quoted + " stands for links, and here a node is needed; for a link say fail";
        }
        if (kind == NameKind.LINK && table.known(NameKind.SESSION).contains(name)) {
            return quoted + " is a session, and fail is for links; reset-session closes a session";
        }
        return Names.dangling(this, table.known(kind));
    }
}
