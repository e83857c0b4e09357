package io.dgas.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrowawayPostgresTest {

    private final ThrowawayPostgres server = ThrowawayPostgres.shared();

    @Test
    void copiesDatabases() throws Exception {
        String template = server.createDatabase();
        new Sql(server.address(), template).execute("create table original (n int)", "insert into original values (3)");
        String copy = server.createDatabase(template);
        assertThat(copy).isNotEqualTo(template);
        assertThat(new Sql(server.address(), copy).answer("select n from original"))
                .isEqualTo("3");
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path folder;
        try (Child child = Child.of("throwaway", "unused")) {
            folder = Path.of(child.line().split(" ", 2)[1]);
            assertThat(folder).exists();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void endsWithAProcessThatIsKilled() throws Exception {
        assumeTrue(
                Command.of("setpriv", "--pdeathsig", "INT", "true").run().succeeded(),
                "SKIPPED: without setpriv a killed process leaves its throw-away server behind");
        try (Child child = Child.of("throwaway", "unused")) {
            String[] line = child.line().split(" ", 2);
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(line[0]));
            child.kill();
            process.orElseThrow().onExit().get(30, TimeUnit.SECONDS);
            assertThat(Cluster.lastKnown(Cluster.dataIn(Path.of(line[1])))).isEmpty();
            Folders.deleteAll(Path.of(line[1]));
        }
    }
}
