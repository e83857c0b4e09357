package io.dgas.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root gives its rights up first: in a user namespace,
 * where files stay root's own, or, where such namespaces are forbidden, as another user who then owns the files.
 *
 * @param prefix words before a command that make it run so
 * @param owner {@code user:group}, by number, who owns the cluster's files; empty for the running user
 */
record ServerAccount(List<String> prefix, String owner) {

    private static final ServerAccount SELF = new ServerAccount(List.of(), "");
    private static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "-U"), "");
    private static final String NOBODY = "65534:65534";

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The account for a cluster, by whom it belongs to if it exists. */
    static ServerAccount forCluster(Path data) throws IOException {
        boolean exists = Files.exists(data);
        if (!Platform.isRoot()) {
            return SELF;
        }
        String owner = exists ? Files.getAttribute(data, "unix:uid") + ":" + Files.getAttribute(data, "unix:gid") : "";
        if (!owner.isEmpty() && !owner.startsWith("0:")) {
            return other(owner);
        }
        if (canUnshare()) {
            return NAMESPACE;
        }
        if (exists) {
            throw new PostgresServerException(data + " belongs to root, but PostgreSQL refuses to run as root and this "
                    + "machine allows no user namespaces; give the folder to another user with chown");
        }
        return other(NOBODY);
    }

    private static boolean canUnshare() {
        return Command.of("unshare", "-U", "sh", "-c", "test $(id -u) != 0")
                .run()
                .succeeded();
    }

    /** Another user than root. */
    static ServerAccount other(String owner) {
        String[] ids = owner.split(":", 2);
        ServerAccount account = new ServerAccount(
                List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups"), owner);
        Command.Result result = account.run("true");
        if (!result.succeeded()) {
            throw new PostgresServerException(
                    "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' "
                            + "can drop its rights here (" + result.output()
                            + "); run dgas as an ordinary user or install util-linux");
        }
        return account;
    }

    Command.Result run(String... words) {
        return command(words).run();
    }

    Command command(String... words) {
        return Command.of(words).after(prefix);
    }

    /** Gives a file or folder to the account. */
    void give(Path path) {
        if (!owner.isEmpty()) {
            Command.Result result =
                    Command.of("chown", "-R", owner, path.toString()).run();
            if (!result.succeeded()) {
                throw new PostgresServerException(Folders.cannotWrite(path, result.output()));
            }
        }
    }

    /** Lets another user pass through a folder of ours without reading it. */
    void letThrough(Path folder) throws IOException {
        if (!owner.isEmpty()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    /** Makes sure that the account can reach a file or folder. */
    void requireAccess(Path path, String advice) {
        if (!owner.isEmpty() && !run("test", "-x", path.toString()).succeeded()) {
            throw new PostgresServerException("PostgreSQL cannot run as root here and the user it runs as (" + owner
                    + ") cannot reach " + path + "; " + advice);
        }
    }
}
