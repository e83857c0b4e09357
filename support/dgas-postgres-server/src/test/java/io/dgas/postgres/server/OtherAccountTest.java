package io.dgas.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs as root and as an ordinary user; root becomes one where the system lets it. */
class OtherAccountTest {

    private static final String NOBODY = "65534:65534";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private Path place = Path.of("");

    @BeforeEach
    void makePlaceForEveryone() throws IOException {
        place = Files.createTempDirectory("dgas-everyone-");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void remove() throws IOException {
        Folders.deleteAll(place);
    }

    @Test
    void anOrdinaryUserHasAServer() throws Exception {
        Path folder = place.resolve("server");
        try (Child child = ordinaryUser("whole-life", folder)) {
            assertThat(child.line()).isEqualTo("stopped true, kept 7, stopped true");
            assertThat(Files.getAttribute(Cluster.dataIn(folder), "unix:uid")).isNotEqualTo(0);
        }
    }

    @Test
    void rootTakesOverTheServerOfAnOrdinaryUser() throws Exception {
        assumeTrue(Platform.isRoot(), "SKIPPED: only root can take over the folder of another user");
        Path folder = place.resolve("server");
        try (Child child = ordinaryUser("whole-life", folder)) {
            child.line();
        }
        PrivatePostgres server = PrivatePostgres.in(folder, place.resolve("cache/dgas"), false);
        assertThat(new Sql(server.start(), PrivatePostgres.DATABASE).answer("select n from kept"))
                .isEqualTo("7");
        server.stop();
    }

    @Test
    void rootGivesItsRightsUpWithoutUserNamespaces() throws Exception {
        assumeTrue(Platform.isRoot(), "SKIPPED: only root has rights to give up");
        Path folder = Files.createDirectory(place.resolve("server"));
        Cluster cluster = Cluster.open(folder, place.resolve("cache"), false, ServerAccount.other(NOBODY));
        new Launch(cluster, folder.resolve("server.log"), List.of(), List.of()).start(0);
        PrivatePostgres server = PrivatePostgres.in(folder, place.resolve("cache"), false);
        assertThat(server.running()).isPresent();
        assertThat(Files.getAttribute(Cluster.dataIn(folder), "unix:uid")).isEqualTo(65534);
        assertThat(server.stop()).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path folder = Files.createDirectory(place.resolve("locked"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (Child child = ordinaryUser("fail", folder.resolve("server"))) {
            assertThat(child.line())
                    .startsWith("cannot write to " + folder)
                    .contains("permission denied")
                    .endsWith("choose a folder that this user may write to");
        }
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        Path folder = Files.createDirectory(place.resolve("full"));
        String mount = "mount -t tmpfs -o size=8m tmpfs " + folder;
        List<String> small = List.of("unshare", "-Urm", "sh", "-c", mount + " && exec \"$@\"", "sh");
        assumeTrue(
                Command.of("true").after(small).run().succeeded(),
                "SKIPPED: this system lets us mount no small file system");
        try (Child child = Child.start(
                small,
                System.getProperty("java.class.path"),
                Map.of(),
                "fail",
                folder.resolve("server").toString())) {
            assertThat(child.line()).startsWith("no space is left for " + folder);
        }
    }

    private Child ordinaryUser(String does, Path folder) throws IOException {
        if (!Platform.isRoot()) {
            return Child.of(does, folder.toString());
        }
        assumeTrue(
                Command.of("true").after(AS_NOBODY).run().succeeded(),
                "SKIPPED: setpriv cannot make us an ordinary user");
        Path classes = Files.createDirectory(place.resolve("classes"));
        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", place.resolve("cache").toString());
        return Child.start(AS_NOBODY, Child.classPathForEveryone(classes), environment, does, folder.toString());
    }
}
