package io.dgas.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled classes keep the rules; classes planted against each rule do not. */
class ArchitectureTest {

    private static final int CLASSES_AT_LEAST = 200;

    private static final ArchitectureRules RULES = new ArchitectureRules("io.dgas", ArchitectureRules.SQL_LIBRARIES);
    private static final ArchitectureRules RULES_FOR_PLANTED =
            new ArchitectureRules("io.dgas.app.architecture.planted", List.of("java.sql.."));

    /** What ships. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dgas")
            .that(not(resideInAPackage("io.dgas.testkit..")));

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(RULES_FOR_PLANTED.root());

    /** Where each rule is broken, by what the report of it must name. */
    private static final Map<String, List<String>> BROKEN_BY = Map.ofEntries(
            Map.entry("domain needs only the JDK", List.of("domain.signal.NeedsALibrary")),
            Map.entry("domain does no input or output", List.of("domain.signal.ReadsAFile")),
            Map.entry("domain is a ladder", List.of("domain.market.LooksUp", "domain.OnNoStep")),
            Map.entry("domain values do not change", List.of("domain.signal.Changes.value")),
            Map.entry("domain has no global state", List.of("domain.signal.Remembers.last")),
            Map.entry("application knows only the domain", List.of("application.cycle.KnowsAnAdapter")),
            Map.entry(
                    "adapters know only ports and the domain",
                    List.of("adapter.web.KnowsAUseCase", "adapter.web.KnowsTheApp")),
            Map.entry("adapters do not know each other", List.of("adapter.web.KnowsAnAdapter")),
            Map.entry("SQL stays in its adapter", List.of("adapter.web.UsesSql")),
            Map.entry("JSON stays outside", List.of("application.cycle.UsesJson")),
            Map.entry(
                    "only the app has a clock", List.of("adapter.web.AsksTheTime", "domain.signal.AsksTheTimeByName")),
            Map.entry("nobody asks for the machine's zone or locale", List.of("app.alpha.AsksTheMachine")),
            Map.entry("only Main exits", List.of("app.alpha.Exits")),
            Map.entry("standard streams are used by output alone", List.of("app.alpha.Prints")),
            Map.entry("packages of the app have no cycles", List.of("app.alpha.Begins", "app.beta.EndsWhereItBegan")),
            Map.entry("packages of the application have no cycles", List.of("application.cycle.Turns")),
            Map.entry("names say what it is", List.of("app.alpha.PriceUtil", "app.alpha.SomeImpl")));

    static Collection<String> rules() {
        return RULES.all().keySet();
    }

    static Collection<String> packages() {
        return RULES.packages();
    }

    @Test
    void classesOfTheWholeProgramAreSeen() {
        assertThat(CLASSES).hasSizeGreaterThan(CLASSES_AT_LEAST);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void namedPackageHasClasses(String name) {
        assertThat(CLASSES).anyMatch(type -> (type.getPackageName() + ".").startsWith(name + "."));
    }

    @Test
    void packagesOfTheDomainAreOnTheLadder() {
        Set<String> present = CLASSES.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("io.dgas.domain."))
                .map(name -> name.substring("io.dgas.domain.".length()).split("\\.", 2)[0])
                .collect(Collectors.toSet());

        assertThat(ArchitectureRules.LADDER).containsAll(present);
        assertThat(present)
                .contains("market", "bar", "series", "level", "state", "pattern", "timeframe", "signal", "risk");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(String rule) {
        EvaluationResult result = RULES.rule(rule).evaluate(CLASSES);

        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByWhatIsPlanted(String rule) {
        EvaluationResult result = RULES_FOR_PLANTED.rule(rule).evaluate(PLANTED);

        String details = String.join("\n", result.getFailureReport().getDetails());
        assertThat(BROKEN_BY.get(rule))
                .isNotEmpty()
                .allSatisfy(planted -> assertThat(details).contains(RULES_FOR_PLANTED.root() + "." + planted));
    }
}
