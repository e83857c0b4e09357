package io.dgas.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.logging.LogChoice.Detail;
import io.dgas.app.output.Redaction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogSetupTest {

    private static final String OURS = "io.dgas.app.scheduler.CycleLoop";

    /** Quotation marks and all, as somebody may have chosen it. */
    private static final String SECRET = "open\"sesame\"now";

    @TempDir
    Path folder;

    @BeforeAll
    static void hide() {
        Redaction.hide(SECRET);
    }

    private LogFile log(Detail detail, LogFormat format) {
        return new LogFile(folder.resolve("a %d folder/a.log"), detail, format);
    }

    @Test
    void aLineOfTextHasTimeLevelLoggerRunAndMessage() {
        RunId run = RunId.of("cycle", Instant.parse("2026-07-15T14:00:00Z"));
        try (LogFile log = log(Detail.WORK, LogFormat.TEXT)) {
            run.mark(() -> log.logger(OURS).warn("cycle {}", 7));
            log.logger(OURS).info("between cycles");

            assertThat(run.text()).matches("cycle-20260715T140000Z-[0-9a-f]{4}");
            assertThat(log.lines().getFirst())
                    .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z WARN CycleLoop \\[" + run.text() + "]: cycle 7");
            assertThat(log.lines().getLast()).endsWith("Z INFO CycleLoop: between cycles");
        }
    }

    @Test
    void aLineOfJsonIsAnObjectWithTheStackTraceAndWithoutSecrets() {
        RunId run = RunId.of("cycle", Instant.parse("2026-07-15T14:00:00Z"));
        try (LogFile log = log(Detail.WORK, LogFormat.JSON)) {
            run.mark(() -> log.logger(OURS)
                    .error(
                            "a \"quoted\" word, two\nlines and {}",
                            SECRET,
                            new IllegalStateException("refused: " + SECRET, new RuntimeException("because"))));
            log.logger(OURS).info("plain");

            assertThat(log.lines()).hasSize(2);
            assertThat(String.join("", log.lines())).doesNotContain("sesame");
            JsonNode line = JsonMapper.shared().readTree(log.lines().getFirst());
            assertThat(line.propertyNames())
                    .containsExactly("time", "level", "logger", "thread", "message", "run", "stackTrace");
            assertThat(Instant.parse(line.get("time").asString())).isNotNull();
            assertThat(line.get("level").asString()).isEqualTo("ERROR");
            assertThat(line.get("logger").asString()).isEqualTo(OURS);
            assertThat(line.get("thread").asString())
                    .isEqualTo(Thread.currentThread().getName());
            assertThat(line.get("message").asString()).isEqualTo("a \"quoted\" word, two\nlines and ***");
            assertThat(line.get("run").asString()).isEqualTo(run.text());
            assertThat(line.get("stackTrace").asString())
                    .startsWith("java.lang.IllegalStateException: refused: ***")
                    .contains("\tat " + LogSetupTest.class.getName(), "because");
            assertThat(JsonMapper.shared().readTree(log.lines().getLast()).propertyNames())
                    .containsExactly("time", "level", "logger", "thread", "message");
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachDetailLogsWhatItSays(Detail detail) {
        List<String> expected = switch (detail) {
            case PROBLEMS -> List.of("WARN ours", "WARN another's");
            case WORK -> List.of("INFO ours", "WARN ours", "WARN another's");
            case EVERYTHING -> List.of("INFO ours", "WARN ours", "INFO another's", "WARN another's", "WARN pool's");
        };
        try (LogFile log = log(detail, LogFormat.TEXT)) {
            for (String name : List.of("io.dgas.ours", "org.another's", "com.zaxxer.hikari.pool's")) {
                log.logger(name).debug("x");
                log.logger(name).info("x");
                log.logger(name).warn("x");
            }

            Stream<String> said = log.lines().stream().map(line -> line.split(" ", 2)[1].replace(": x", ""));

            assertThat(said.filter(line -> !line.equals("INFO pool's"))).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void marksAreTakenBackAsTheyWere() {
        RunId outer = RunId.of("history", Instant.EPOCH);
        outer.mark(() -> {
            RunId.of("quotes", Instant.EPOCH)
                    .mark(() -> assertThat(RunId.current().orElseThrow()).startsWith("quotes-"));
            assertThat(RunId.current()).contains(outer.text());
        });
        assertThat(RunId.current()).isEmpty();
    }
}
