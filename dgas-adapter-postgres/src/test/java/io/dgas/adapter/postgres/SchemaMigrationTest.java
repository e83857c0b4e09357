package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dgas.adapter.postgres.SchemaMigration.Standing;
import io.dgas.adapter.postgres.SchemaMigration.Status;
import io.dgas.jooq.codegen.GenerateJooq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigrationTest {

    private static final Path MIGRATIONS =
            Path.of("src/main/resources/db/migration").toAbsolutePath();

    private final DatabaseUrl url = TestDatabase.empty();

    @Test
    void bringsAnEmptyDatabaseToTheVersionOfThisProgram() {
        try (Database database = Database.open(url)) {
            assertThat(database.schema().status())
                    .isEqualTo(new Status(OptionalInt.empty(), SchemaMigration.KNOWN))
                    .extracting(Status::standing)
                    .isEqualTo(Standing.PENDING);
            database.schema().migrate();
            assertThat(database.schema().status().standing()).isEqualTo(Standing.CURRENT);
            assertThat(database.schema().migrate().standing()).isEqualTo(Standing.CURRENT);
        }
    }

    @Test
    void knowsTheNewestMigration() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            int newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(SchemaMigration.KNOWN).isEqualTo(newest);
        }
    }

    @Test
    void leavesANewerSchemaAlone() {
        try (Database database = Database.open(url)) {
            database.schema().migrate();
            TestDatabase.execute(database, """
                    insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                      execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 'test', 1, true)""");
            assertThat(database.schema().status().standing()).isEqualTo(Standing.NEWER);
            assertThatThrownBy(() -> database.schema().migrate())
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("has version 99")
                    .hasMessageContaining("use a dgas at least as new");
        }
    }

    @Test
    void isDoneOnceByThoseWhoDoItAtOnce() throws Exception {
        AtOnce.run(4, () -> {
            try (Database database = Database.open(url)) {
                return database.schema().migrate();
            }
        });
        try (Database database = Database.open(url)) {
            assertThat(database.schema().status().standing()).isEqualTo(Standing.CURRENT);
            assertThat(TestDatabase.rows(database, "select count(*) from flyway_schema_history"))
                    .containsExactly(String.valueOf(SchemaMigration.KNOWN));
        }
    }

    @Test
    void theGeneratedClassesAreThoseOfTheMigrations(@TempDir Path generated) throws Exception {
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GenerateJooq.class.getName(),
                        MIGRATIONS.toString(),
                        generated.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(generator.waitFor()).as(said).isZero();
        assertThat(contents(generated))
                .as("regenerate with: mvn -Pjooq process-classes -pl support/dgas-jooq-codegen -am")
                .isEqualTo(contents(Path.of("src/main/jooq")));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
