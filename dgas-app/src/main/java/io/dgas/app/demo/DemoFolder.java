package io.dgas.app.demo;

import io.dgas.app.environment.TemporaryFolder;
import io.dgas.postgres.server.PrivatePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Where a demonstration keeps its data and its database server; both go when it is closed. */
record DemoFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "dgas-demo-";

    /** A new one; its name tells the process that it belongs to. */
    static DemoFolder create() {
        return new DemoFolder(
                TemporaryFolder.create(PREFIX + ProcessHandle.current().pid() + "-")
                        .path());
    }

    /** Has its server run. Throws {@link io.dgas.postgres.server.PostgresServerException}. */
    void startServer() {
        server().start();
    }

    private PrivatePostgres server() {
        return PrivatePostgres.in(path.resolve("postgres"));
    }

    /** Whether a folder is of a demonstration of ours whose process is gone; what others put there is theirs. */
    static boolean isLeftover(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+-.*")
                && ProcessHandle.of(Long.parseLong(name.split("-", 4)[2])).isEmpty()
                && isOurs(folder);
    }

    private static boolean isOurs(Path folder) {
        try {
            String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && owner.equals(System.getProperty("user.name"));
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        server().stop();
        new TemporaryFolder(path).close();
    }
}
