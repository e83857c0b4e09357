package io.dgas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.environment.Environment;
import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.exit.ExitCode;
import io.dgas.app.exit.OutsideUnreachable;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.output.Output;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.StorageException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemReportTest {

    private final StringWriter results = new StringWriter();
    private final StringWriter notes = new StringWriter();

    private Installation installation(Map<String, String> variables) {
        Environment environment = new Environment(variables, Path.of("."));
        return new Installation(environment, new Output(results, notes, false), InstantSource.system(), any -> {
            throw new AssertionError("nothing is stored here");
        });
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(new UsageProblem("m"), ExitCode.USAGE),
                Arguments.of(new ConfigurationProblem("m"), ExitCode.CONFIGURATION),
                Arguments.of(new OutsideUnreachable("m", new IOException("x")), ExitCode.UNREACHABLE),
                Arguments.of(new WorkFailed("m"), ExitCode.NO),
                Arguments.of(storage("08006"), ExitCode.UNREACHABLE),
                Arguments.of(storage("57P03"), ExitCode.UNREACHABLE),
                Arguments.of(storage("53300"), ExitCode.UNREACHABLE),
                Arguments.of(storage("28P01"), ExitCode.CONFIGURATION),
                Arguments.of(storage("3D000"), ExitCode.CONFIGURATION),
                Arguments.of(storage("23505"), ExitCode.NO),
                Arguments.of(new IllegalStateException("m"), ExitCode.NO),
                Arguments.of(new StackOverflowError("m"), ExitCode.NO));
    }

    private static StorageException storage(String state) {
        return new StorageException("m", new RuntimeException(new SQLException("x", state)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachProblemHasItsCodeAndOneMessage(Throwable problem, ExitCode code) {
        assertThat(new ProblemReport(installation(Map.of())).tell(problem)).isEqualTo(code);
        assertThat(notes.toString()).startsWith("dgas: ").contains("m").doesNotContain("\tat ");
        assertThat(results.toString()).isEmpty();
    }

    @Test
    void stackTraceIsShownWhenAskedFor() {
        new ProblemReport(installation(Map.of("DGAS_TRACE", "1"))).tell(new IllegalStateException("m"));

        assertThat(notes.toString()).contains("java.lang.IllegalStateException: m\n\tat ");
    }

    @Test
    void secretsAreHiddenInMessagesAndTraces() {
        Exception cause = new IOException("GET https://x.y/api?api_token=abcdef");
        new ProblemReport(installation(Map.of("DGAS_TRACE", "1")))
                .tell(new OutsideUnreachable("cannot reach postgresql://me:open-sesame@db/x", cause));

        assertThat(notes.toString())
                .contains("postgresql://me:***@db/x", "api_token=***")
                .doesNotContain("open-sesame", "abcdef");
    }
}
