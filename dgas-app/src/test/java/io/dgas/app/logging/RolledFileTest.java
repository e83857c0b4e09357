package io.dgas.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import io.dgas.app.logging.RolledFile.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

class RolledFileTest {

    private static final Limits LIMITS = new Limits(1_000, 3);

    @TempDir
    Path folder;

    private static void log(Path file, int lines) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        RolledFile rolled = RolledFile.of(file, LIMITS, context);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        rolled.setEncoder(encoder);
        rolled.start();
        context.getLogger("a").addAppender(rolled);
        for (int line = 0; line < lines; line++) {
            context.getLogger("a").info("line {} {}", line, "x".repeat(80));
        }
        context.stop();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void keepsSoManyOfSoManyBytesThatOnlyItsOwnerCanRead() throws IOException {
        Path file = folder.resolve("log/100% ours.log");
        log(file, 100);

        assertThat(files())
                .containsExactly(
                        file,
                        file.resolveSibling("100% ours.log.1"),
                        file.resolveSibling("100% ours.log.2"),
                        file.resolveSibling("100% ours.log.3"));
        assertThat(files()).allSatisfy(each -> {
            assertThat(Files.size(each)).isLessThan(LIMITS.bytes() + 100);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log"))))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).contains("line 99 ");
    }

    @Test
    void goesOnWithWhatIsThere() throws IOException {
        Path file = folder.resolve("a.log");
        log(file, 3);
        log(file, 3);

        assertThat(Files.readAllLines(file)).hasSize(6);
    }
}
