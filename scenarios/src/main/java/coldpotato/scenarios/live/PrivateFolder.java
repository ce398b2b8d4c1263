package coldpotato.scenarios.live;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder in which nobody but this user can put anything or take anything away. */
record PrivateFolder(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** The number of the user that this process belongs to. */
    static long user() {
        return new UnixSystem().getUid();
    }

    /** The number of the user that a file belongs to; of a symbolic link, the link's own. */
    static long ownerOf(Path file, LinkOption... options) throws IOException {
        return ((Integer) Files.getAttribute(file, "unix:uid", options)).longValue() & 0xffff_ffffL;
    }

    /**
     * Makes the folder, for this user alone, unless it is there.
     *
     * @throws ControlProblem if it cannot be made, or others could change what is in it
     */
    void ensure() {
        try {
            make();
            check();
        } catch (NoSuchFileException e) {
            throw new ControlProblem("there is no folder " + path.getParent() + ", so none can be made in it", e);
        } catch (IOException e) {
            throw new ControlProblem("the folder " + path + " cannot be made or looked at: " + e.getMessage(), e);
        }
    }

    private void make() throws IOException {
        try {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            // An odd umask may have taken more away.
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw new ControlProblem(path + " is no folder", e);
            }
        }
    }

    /** A link to a folder counts as its own, so that nobody else can lead us anywhere. */
    private void check() throws IOException {
        if (ownerOf(path, LinkOption.NOFOLLOW_LINKS) != user() || ownerOf(path) != user()) {
            throw new ControlProblem("the folder " + path + " belongs to somebody else; take one of your own");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new ControlProblem(
                    "others can write to the folder " + path + "; take one of your own, or chmod go-w " + path);
        }
    }
}
