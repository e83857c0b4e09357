package io.dgas.app.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dgas.app.prediction.StoredDgas;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps services from starting is said in one line, which names it and says what would be right. */
class RefusedStartTest {

    private static final Map<String, String> QUIET =
            Map.of("DGAS_DATA_COLLECTION_ENABLED", "false", "DGAS_NOTIFICATIONS_DISCORD_ENABLED", "false");

    @TempDir
    Path folder;

    private StoredDgas dgas;

    @BeforeEach
    void make() {
        dgas = new StoredDgas(folder, InstantSource.system(), QUIET);
    }

    private StoredDgas with(Map<String, String> variables) {
        return dgas.with(new HashMap<>(variables));
    }

    /** Of each command that begins a service. */
    @ParameterizedTest
    @ValueSource(strings = {"up", "scheduler start", "dashboard start"})
    @Retention(RetentionPolicy.RUNTIME)
    private @interface EachStart {}

    /** The one line, without what comes before it for all that is not collected. */
    private static String refusal(StoredDgas.Run run, int code) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        return run.err().lines().filter(line -> line.startsWith("dgas: ")).reduce("", (all, line) -> all + line);
    }

    @EachStart
    void aDatabaseThatIsNotThere(String command) {
        StoredDgas.Run run = with(Map.of("DGAS_DATABASE_URL", "postgresql://dgas:hidden-word@127.0.0.1:1/dgas"))
                .run(command.split(" "));
        assertThat(refusal(run, 4))
                .startsWith("dgas: cannot use the database ")
                .contains("127.0.0.1:1/dgas")
                .doesNotContain("hidden-word");
    }

    @EachStart
    void anAddressThatIsNone(String command) {
        StoredDgas.Run run = with(Map.of("DGAS_DATABASE_URL", "mysql://dgas:hidden-word@127.0.0.1/dgas"))
                .run(command.split(" "));
        assertThat(refusal(run, 3))
                .startsWith("dgas: environment DGAS_DATABASE_URL: ")
                .endsWith("; expected postgresql://user:***@host:port/database")
                .doesNotContain("hidden-word");
    }

    @EachStart
    void anOldSchema(String command) {
        dgas.run("db", "psql", "--builtin", "-c", "delete from flyway_schema_history where version::integer > 5");
        assertThat(refusal(dgas.run(command.split(" ")), 1))
                .startsWith("dgas: the schema of ")
                .contains(" is version 5, this program needs version ")
                .endsWith("; run 'dgas db migrate'");
    }

    @EachStart
    void aNewerSchema(String command) {
        dgas.pretendNewerSchema();
        assertThat(refusal(dgas.run(command.split(" ")), 1))
                .startsWith("dgas: the schema of ")
                .contains(" is version 99, this program needs version ")
                .endsWith("; use a newer dgas");
    }

    @EachStart
    void aDataDirectoryThatCannotBe(String command) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        StoredDgas.Run run = with(Map.of(
                        "DGAS_DATABASE_URL",
                        "",
                        "DGAS_DATA_DIR",
                        file.resolve("data").toString()))
                .run(command.split(" "));
        assertThat(refusal(run, 4))
                .startsWith("dgas: cannot use " + file.resolve("data/postgres"))
                .endsWith("choose another folder");
    }

    @EachStart
    void aDataDirectoryThatIsNotOurs(String command) throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere: not tried");
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        StoredDgas.Run run = with(Map.of(
                        "DGAS_DATABASE_URL",
                        "",
                        "DGAS_DATA_DIR",
                        closed.resolve("data").toString()))
                .run(command.split(" "));
        assertThat(refusal(run, 4))
                .startsWith("dgas: cannot write to " + closed.resolve("data/postgres"))
                .contains("choose a folder that this user may write to");
    }
}
