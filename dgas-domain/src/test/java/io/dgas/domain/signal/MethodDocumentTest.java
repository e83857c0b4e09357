package io.dgas.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.domain.ProjectFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/method.md shows the gates and factors that are computed. */
class MethodDocumentTest {

    @ParameterizedTest
    @EnumSource
    void documentShowsTheGatesAndFactorsOfEverySetUp(SetUp setUp) throws IOException {
        SetUpRule rule = SetUpRules.ALL.stream()
                .filter(each -> each.setUp() == setUp)
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(ProjectFiles.docs().resolve("method.md"))).contains(section(rule));
    }

    @Test
    void documentExplainsEveryMeasurement() throws IOException {
        String table = Files.readString(ProjectFiles.docs().resolve("method.md"))
                .replaceAll("(?s).*\\| measurement \\| reading \\|(.*?)\n\n.*", "$1");
        assertThat(SetUpRules.ALL)
                .flatMap(rule ->
                        rule.gates().stream().map(gate -> gate.measure().name()).toList())
                .allSatisfy(name -> assertThat(table).contains("| " + name));
        assertThat(SetUpRules.ALL)
                .flatMap(rule -> Stream.concat(rule.confidence().stream(), rule.strength().stream())
                        .map(factor -> factor.measure().name())
                        .toList())
                .allSatisfy(name -> assertThat(table).containsAnyOf("| " + name, ", " + name));
    }

    private static String section(SetUpRule rule) {
        return "### " + rule.setUp() + ": " + rule.setUp().description() + "\n\n"
                + "| gate | at least | counted in |\n|---|---|---|\n"
                + rule.gates().stream().map(MethodDocumentTest::row).collect(Collectors.joining())
                + "\n| factor of | measurement | weight | 0 at | 1 at | counted in |\n|---|---|---|---|---|---|\n"
                + rows("confidence", rule.confidence())
                + rows("strength", rule.strength());
    }

    private static String row(Gate gate) {
        return "| " + gate.measure().name() + " | " + number(gate.required()) + " | "
                + gate.measure().unit() + " |\n";
    }

    private static String rows(String of, List<Factor> factors) {
        return factors.stream().map(factor -> row(of, factor)).collect(Collectors.joining());
    }

    private static String row(String of, Factor factor) {
        return "| " + of + " | " + factor.measure().name() + " | " + number(factor.weight()) + " | "
                + number(factor.worst()) + " | " + number(factor.best()) + " | "
                + factor.measure().unit() + " |\n";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
