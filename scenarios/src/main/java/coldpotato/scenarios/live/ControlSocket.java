package coldpotato.scenarios.live;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a running process is talked to: a Unix domain socket that only its owner can open, in a folder that only its owner can
 * change.
 *
 * @param makesFolder false if the folder has to be there, as for a path that the user gave
 */
public record ControlSocket(Path path, boolean makesFolder) {
    private static final long ROOT = 0;

    /** Longest path, in bytes: what an address holds, less what the name of the socket grows by while it is made. */
    private static final int PATH_BYTES_MAX = 90;

    public ControlSocket {
        path = path.toAbsolutePath().normalize();
    }

    /** One at a path that the user gave. */
    public ControlSocket(Path path) {
        this(path, false);
    }

    /**
     * The usual place, the same for both sides: in the folder of the user's session where there is one, else in the folder
     * for temporary files.
     *
     * @param name of the socket, such as {@code live}
     * @param environment the variables of the process, null for one that is not set
     */
    public static ControlSocket usual(String name, Function<String, String> environment) {
        Path folder = folder(environment, "XDG_RUNTIME_DIR")
                .map(runtime -> runtime.resolve("coldpotato"))
                .orElseGet(() -> folder(environment, "TMPDIR")
                        .orElse(Path.of("/tmp"))
                        .resolve("coldpotato-" + PrivateFolder.user()));
        return new ControlSocket(folder.resolve(name + ".sock"), true);
    }

    private static Optional<Path> folder(Function<String, String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(path -> path.isAbsolute() && Files.isDirectory(path));
    }

    /**
     * Listens there. A socket that nobody answers on any more is replaced.
     *
     * @throws ControlProblem if the folder is not safe, or somebody answers there already
     */
    ServerSocketChannel listen() {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > PATH_BYTES_MAX) {
            throw new ControlProblem(
                    "the path of the socket, " + path + ", is longer than " + PATH_BYTES_MAX + " bytes");
        }
        if (!makesFolder && !Files.exists(path.getParent())) {
            throw new ControlProblem("there is no folder " + path.getParent());
        }
        new PrivateFolder(path.getParent()).ensure();
        try {
            makeRoom();
            return bind();
        } catch (IOException e) {
            throw new ControlProblem("cannot listen at " + path + ": " + e.getMessage(), e);
        }
    }

    private void makeRoom() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!isSocket()) {
            throw new ControlProblem(path + " is there and is no socket; it stays as it is, so take another path");
        }
        try {
            SocketChannel.open(address()).close();
            throw new ControlProblem("somebody listens at " + path
                    + " already, such as another run; end that one, or take another --socket for this one");
        } catch (IOException nobodyAnswers) {
            // What a process left behind that could not clean up. It is replaced below.
        }
    }

    private boolean isSocket() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther();
    }

    /** Nobody can open it before it is for its owner alone: until then it stands in a folder that nobody else can enter. */
    private ServerSocketChannel bind() throws IOException {
        Path nursery = path.resolveSibling("." + ProcessHandle.current().pid());
        new PrivateFolder(nursery).ensure();
        Path draft = nursery.resolve("s");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(draft);
            server.bind(UnixDomainSocketAddress.of(draft));
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        } finally {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(nursery);
        }
    }

    /**
     * Opens it.
     *
     * @param start what to do so that somebody listens there
     * @throws ControlProblem if nobody does, or not one whom this user trusts
     */
    SocketChannel connect(String start) {
        try {
            if (!Files.exists(path)) {
                throw nobody(start, null);
            }
            long owner = PrivateFolder.ownerOf(path);
            if (owner != PrivateFolder.user() && PrivateFolder.user() != ROOT) {
                throw new ControlProblem("the socket " + path + " belongs to somebody else");
            }
            return SocketChannel.open(address());
        } catch (IOException e) {
            throw nobody(start, e);
        }
    }

    private ControlProblem nobody(String start, IOException cause) {
        return new ControlProblem("nobody listens at " + path + "; " + start, cause);
    }

    private UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }
}
