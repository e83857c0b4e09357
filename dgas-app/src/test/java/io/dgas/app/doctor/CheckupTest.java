package io.dgas.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is owed, and what is told. */
class CheckupTest {

    /** What an examination owes when it breaks or hangs. */
    @Test
    void whatBreaksIsToldOfTheFirstThatIsOwed() {
        Checkup broken = Checkup.of(
                List.of(examination(found -> {
                    found.accept(Diagnosis.ok(Subject.DATABASE, "there"));
                    throw new IllegalStateException("gone");
                })),
                Duration.ofSeconds(30));
        assertThat(broken.diagnoses())
                .extracting(Diagnosis::found)
                .containsExactly("there", "gone", "could not be looked at");
    }

    private static Examination examination(Consumer<Consumer<Diagnosis>> looking) {
        return new Examination() {
            @Override
            public List<Subject> subjects() {
                return List.of(Subject.DATABASE, Subject.SCHEMA, Subject.DATABASE_WRITES);
            }

            @Override
            public void look(Consumer<Diagnosis> found) {
                looking.accept(found);
            }
        };
    }

    @Test
    void theDocumentNamesEachCheck() throws Exception {
        Set<String> documented = Files.readAllLines(Path.of("../docs/doctor.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| check"))
                .map(line -> line.substring(2, line.indexOf(" |", 2)))
                .collect(Collectors.toSet());
        Set<String> looked = Arrays.stream(Subject.values()).map(Subject::words).collect(Collectors.toSet());
        assertThat(documented).isEqualTo(looked);
    }
}
