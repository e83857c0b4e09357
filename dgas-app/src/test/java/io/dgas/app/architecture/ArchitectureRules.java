package io.dgas.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules by name.
 *
 * @param root the package that holds domain, application, adapter and app
 * @param sqlLibraries packages that only the adapter of PostgreSQL may know
 */
record ArchitectureRules(String root, List<String> sqlLibraries) {

    static final List<String> SQL_LIBRARIES =
            List.of("org.jooq..", "org.postgresql..", "org.flywaydb..", "com.zaxxer..");

    /** The packages of the domain, each knowing only those before it. */
    static final List<String> LADDER = List.of(
            "market", "bar", "series", "level", "state", "pattern", "timeframe", "signal", "risk", "outcome", "replay");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis");

    private static final Set<String> MACHINE =
            Set.of("java.time.ZoneId.systemDefault", "java.util.TimeZone.getDefault", "java.util.Locale.getDefault");

    private static final Set<String> EXITS =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt");

    private static final Pattern VAGUE_CLASS = Pattern.compile(".*(Utils?|Helpers?|Manager|Common|Impl)");
    private static final Pattern VAGUE_PACKAGE =
            Pattern.compile(".*\\.(utils?|helpers?|managers?|commons?|impl|misc)(\\..*)?");

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain needs only the JDK", domainNeedsOnlyTheJdk());
        rules.put("domain does no input or output", domainDoesNoInputOrOutput());
        rules.put("domain is a ladder", domainIsALadder());
        rules.put("domain values do not change", domainValuesDoNotChange());
        rules.put("domain has no global state", domainHasNoGlobalState());
        rules.put("application knows only the domain", applicationKnowsOnlyTheDomain());
        rules.put("adapters know only ports and the domain", adaptersKnowOnlyPortsAndTheDomain());
        rules.put("adapters do not know each other", adaptersDoNotKnowEachOther());
        rules.put("SQL stays in its adapter", sqlStaysInItsAdapter());
        rules.put(
                "JSON stays outside",
                only(List.of("adapter", "app", "simulator"), "tools.jackson..", "com.fasterxml.."));
        rules.put("only the app has a clock", callsOnlyFrom(in("app"), CLOCKS));
        rules.put("nobody asks for the machine's zone or locale", callsOnlyFrom(nobody(), MACHINE));
        rules.put("only Main exits", callsOnlyFrom(describe("Main", this::isMain), EXITS));
        rules.put("standard streams are used by output alone", standardStreams());
        rules.put("packages of the app have no cycles", noCycles("app"));
        rules.put("packages of the application have no cycles", noCycles("application"));
        rules.put("names say what it is", namesSayWhatItIs());
        return rules;
    }

    ArchRule rule(String name) {
        return requireNonNull(all().get(name));
    }

    /** Packages that the rules name and that must have classes. */
    List<String> packages() {
        return List.of(
                root + ".domain",
                root + ".application",
                root + ".application.port",
                root + ".adapter.discord",
                root + ".adapter.eodhd",
                root + ".adapter.postgres",
                root + ".adapter.web",
                root + ".app");
    }

    private DescribedPredicate<JavaClass> in(String part) {
        return resideInAPackage(root + "." + part + "..");
    }

    private static DescribedPredicate<JavaClass> nobody() {
        return describe("nobody", type -> false);
    }

    private boolean isMain(JavaClass type) {
        return type.getFullName().equals(root + ".app.Main");
    }

    private ArchRule domainNeedsOnlyTheJdk() {
        return classes()
                .that(in("domain"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root + ".domain..", "java..", "org.jspecify.."));
    }

    private ArchRule domainDoesNoInputOrOutput() {
        return noClasses()
                .that(in("domain"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio..",
                        "java.sql..",
                        "java.util.logging..",
                        "java.util.prefs.."));
    }

    /** What others see of the domain; builders and the accumulators within one computation are exempt. */
    private ArchRule domainValuesDoNotChange() {
        return fields().that()
                .areDeclaredInClassesThat(
                        in("domain").and(describe("are seen by others", ArchitectureRules::isSeenByOthers)))
                .should()
                .beFinal();
    }

    private ArchRule domainHasNoGlobalState() {
        return fields().that()
                .areDeclaredInClassesThat(in("domain"))
                .and()
                .areStatic()
                .should()
                .beFinal();
    }

    private static boolean isSeenByOthers(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("Builder");
    }

    private ArchRule domainIsALadder() {
        return classes()
                .that(in("domain"))
                .should(new ArchCondition<>("know only packages before their own on the ladder") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        int own = step(type);
                        if (own < 0) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is in no package of the ladder"));
                        }
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> step(dependency.getTargetClass()) > own)
                                .forEach(dependency -> events.add(
                                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                    }
                });
    }

    /** The place of a class on the ladder; -1 when it has none. */
    private int step(JavaClass type) {
        String prefix = root + ".domain.";
        String rest =
                type.getPackageName().startsWith(prefix) ? type.getPackageName().substring(prefix.length()) : "";
        return LADDER.indexOf(rest.split("\\.", 2)[0]);
    }

    private ArchRule applicationKnowsOnlyTheDomain() {
        return noClasses()
                .that(in("application"))
                .should()
                .dependOnClassesThat(
                        ours().and(DescribedPredicate.not(in("application").or(in("domain")))));
    }

    /** And how a decision is explained: an explanation is a document, not a use case. */
    private ArchRule adaptersKnowOnlyPortsAndTheDomain() {
        return noClasses()
                .that(in("adapter"))
                .should()
                .dependOnClassesThat(in("app")
                        .or(in("application")
                                .and(DescribedPredicate.not(
                                        in("application.port").or(in("application.explain"))))));
    }

    private ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching(root + ".adapter.(*)..").should().notDependOnEachOther();
    }

    private DescribedPredicate<JavaClass> ours() {
        return resideInAPackage(root + "..");
    }

    private ArchRule sqlStaysInItsAdapter() {
        return noClasses()
                .that(DescribedPredicate.not(in("adapter.postgres").or(resideInAPackage("io.dgas.postgres.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(sqlLibraries.toArray(String[]::new)));
    }

    private ArchRule only(List<String> parts, String... packages) {
        DescribedPredicate<JavaClass> allowed =
                parts.stream().map(this::in).reduce(nobody(), (some, more) -> some.or(more));
        return noClasses()
                .that(DescribedPredicate.not(allowed))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages));
    }

    private static ArchRule callsOnlyFrom(DescribedPredicate<JavaClass> callers, Set<String> methods) {
        return noClasses()
                .that(DescribedPredicate.not(callers))
                .should()
                .accessTargetWhere(describe("one of " + methods, access -> methods.contains(target(access))));
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
    }

    private ArchRule standardStreams() {
        Set<String> streams = Set.of("java.lang.System.out", "java.lang.System.err");
        return noClasses()
                .that(ours())
                .should()
                .accessTargetWhere(describe(
                        "System.out or System.err",
                        access -> access instanceof JavaFieldAccess && streams.contains(target(access))));
    }

    private ArchRule noCycles(String part) {
        return slices().matching(root + "." + part + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule namesSayWhatItIs() {
        return noClasses()
                .should(ArchConditions.be(describe(
                        "named util, helper, manager, common or impl",
                        type -> VAGUE_CLASS.matcher(type.getSimpleName()).matches()
                                || VAGUE_PACKAGE.matcher(type.getPackageName()).matches())));
    }
}
