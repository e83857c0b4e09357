package io.dgas.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.endpoint.FreePort;
import io.dgas.app.prediction.StoredDgas;
import io.dgas.app.wiring.Repositories;
import io.dgas.domain.market.Instrument;
import io.dgas.simulator.EodhdSimulator;
import io.dgas.simulator.account.Plan;
import io.dgas.simulator.discord.DiscordSimulator;
import io.dgas.simulator.market.GeneratedMarket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code doctor} on a real database, with a vendor and a Discord of our own, each fault in its turn. */
class DoctorCommandTest {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 15);
    private static final Instant NOON = Instant.parse("2026-07-15T16:00:00Z");

    @TempDir
    Path folder;

    private EodhdSimulator vendor;
    private DiscordSimulator discord;
    private StoredDgas dgas;

    @BeforeEach
    void begin() throws Exception {
        GeneratedMarket market =
                GeneratedMarket.of(7, 2, new GeneratedMarket.Dates(DATE.minusDays(3), DATE.plusDays(1)));
        vendor = EodhdSimulator.start(EodhdSimulator.Settings.of(market, NOON)
                .withPlans(Plan.paid(EodhdSimulator.TOKEN).withLimits(50_000, 1_000)));
        discord = DiscordSimulator.start(DiscordSimulator.Settings.of(NOON));
        dgas = new StoredDgas(folder, vendor.clock(), variables());
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("DGAS_DATA_COLLECTION_ENABLED", "true");
        variables.put("EODHD_API_TOKEN", EodhdSimulator.TOKEN);
        variables.put("DGAS_EODHD_BASE_URL", vendor.baseUrl().toString());
        variables.put("DGAS_EODHD_CALLS_PER_DAY", "50000");
        variables.put("DGAS_NOTIFICATIONS_DISCORD_ENABLED", "true");
        variables.put("DGAS_DISCORD_BOT_TOKEN", DiscordSimulator.TOKEN);
        variables.put("DGAS_DISCORD_CHANNEL_ID", DiscordSimulator.CHANNEL);
        variables.put(
                "DGAS_NOTIFICATIONS_DISCORD_API_BASE_URL", discord.baseUrl().toString());
        variables.put("DGAS_DASHBOARD_PORT", Integer.toString(FreePort.find()));
        return variables;
    }

    @AfterEach
    void end() {
        discord.close();
        vendor.close();
    }

    private void register(int symbols) {
        try (Repositories stored = dgas.repositories()) {
            stored.symbols()
                    .activate(IntStream.range(0, symbols)
                            .mapToObj(number -> new Instrument("S" + number))
                            .collect(Collectors.toSet()));
        }
    }

    private StoredDgas.Run examined(String... more) {
        StoredDgas.Run run =
                dgas.run(Stream.concat(Stream.of("doctor"), Arrays.stream(more)).toArray(String[]::new));
        assertThat(run.out() + run.err()).doesNotContain(EodhdSimulator.TOKEN).doesNotContain(DiscordSimulator.TOKEN);
        return run;
    }

    private StoredDgas.Run examinedWith(String variable, String value) {
        dgas = dgas.with(Map.of(variable, value));
        return examined();
    }

    /** Verdict and what was found, and below what it costs and what mends it. */
    private static String of(Subject subject, StoredDgas.Run run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(subject.words() + "  "))
                .map(line -> line.substring(subject.words().length()).strip().replaceAll("  +", "|"))
                .findFirst()
                .orElse("");
    }

    private static String mend(Subject subject, StoredDgas.Run run) {
        List<String> lines = run.out().lines().toList();
        int line = IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).startsWith(subject.words() + " is "))
                .findFirst()
                .orElse(-1);
        assertThat(line).as(subject + " in " + run.out()).isNotNegative();
        assertThat(lines.get(line + 1)).isEqualTo("  it costs: " + subject.cost());
        return lines.get(line + 2).replace("  it is mended by: ", "");
    }

    @Test
    void nothingIsAmissWhereAllIsWellButTheClockOfTheDatabase() {
        register(2);

        StoredDgas.Run run = examined();

        assertThat(run.out().lines().filter(line -> line.matches(".*  (warning|unknown|failing)  .*")))
                .as("the database lives in the present, the simulated market does not")
                .hasSize(1)
                .allMatch(line -> line.startsWith("database clock"));
        assertThat(of(Subject.VENDOR_PLAN, run)).isEqualTo("ok|50000 calls a day, of which the settings use 50000");
        assertThat(of(Subject.QUOTA, run)).isEqualTo("ok|0 of 50000 calls of the day used");
        assertThat(of(Subject.CALL_PLAN, run)).startsWith("ok|2 symbols on live trades, 0 on quotes: ");
        assertThat(of(Subject.VENDOR_CLOCK, run)).isEqualTo("ok|the vendor's is 0 s ahead of ours");
        assertThat(of(Subject.DISCORD_TOKEN, run)).startsWith("ok|accepted, as bot dgas-bot");
        assertThat(of(Subject.READ_MESSAGE_HISTORY, run)).isEqualTo("ok|granted");
        assertThat(of(Subject.TIME_ZONES, run)).endsWith("2026 and 2027");
        assertThat(of(Subject.DASHBOARD_PORT, run)).endsWith(" is free");
        assertThat(run.code()).isZero();
        assertThat(discord.messages()).isEmpty();
    }

    @Test
    void whatEachFaultCostsAndMendsItIsToldAsJsonToo() {
        StoredDgas.Run run = examined("--json");

        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("{ \"verdict\" : \"warning\", \"checks\" : [ { \"check\" : \"settings\",")
                .contains("{ \"check\" : \"symbols\", \"verdict\" : \"warning\", \"found\" : \"none is active\","
                        + " \"cost\" : \"there is nothing to collect and to decide\","
                        + " \"mend\" : \"dgas symbols import");
    }

    @Test
    void offlineAsksNeitherTheVendorNorDiscord() {
        StoredDgas.Run run = examined("--offline");

        assertThat(of(Subject.DATABASE, run)).startsWith("ok|PostgreSQL ");
        assertThat(run.out()).doesNotContain("vendor").doesNotContain("discord");
        assertThat(vendor.calls().of(EodhdSimulator.TOKEN).callsOn(DATE)).isZero();
    }

    @Test
    void aTokenThatTheVendorDoesNotKnow() {
        StoredDgas.Run run = examinedWith("EODHD_API_TOKEN", "0000000000000.00000000");

        assertThat(of(Subject.VENDOR, run)).isEqualTo("failing|it does not accept the token");
        assertThat(mend(Subject.VENDOR, run)).contains("EODHD_API_TOKEN").contains("dgas eodhd test");
        assertThat(of(Subject.VENDOR_PLAN, run)).startsWith("unknown|");
        assertThat(run.code()).isOne();
    }

    @Test
    void aTokenThatIsNotSet() {
        StoredDgas.Run run = examinedWith("EODHD_API_TOKEN", "");

        assertThat(of(Subject.SETTINGS, run))
                .startsWith("failing|data_collection.enabled is true, but eodhd.api_token");
        assertThat(mend(Subject.VENDOR, run)).isEqualTo("put the token into EODHD_API_TOKEN (.env)");
        assertThat(run.code()).isOne();
    }

    @Test
    void aVendorThatHangsHangsNothing() {
        vendor.order("{\"faults\":[{\"kind\":\"hanging\"}]}");

        StoredDgas.Run run = examined();

        assertThat(of(Subject.VENDOR, run)).startsWith("failing|").contains("not answered within 6000 ms");
        assertThat(of(Subject.DISCORD_TOKEN, run)).startsWith("ok|");
        assertThat(of(Subject.CALL_PLAN, run)).startsWith("ok|");
        assertThat(run.code()).isOne();
    }

    @Test
    void settingsThatUseMoreCallsThanThePlanHas() {
        StoredDgas.Run run = examinedWith("DGAS_EODHD_CALLS_PER_DAY", "100000");

        assertThat(of(Subject.VENDOR_PLAN, run))
                .isEqualTo("failing|it has 50000 calls a day, and eodhd.calls_per_day is 100000");
        assertThat(mend(Subject.VENDOR_PLAN, run)).startsWith("set eodhd.calls_per_day to 50000");
        assertThat(run.code()).isOne();
    }

    @Test
    void aUniverseThatThePlanCannotPay() {
        register(9_000);

        StoredDgas.Run run = examined();

        assertThat(of(Subject.CALL_PLAN, run)).startsWith("failing|50 symbols on live trades, 8950 on quotes: ");
        assertThat(mend(Subject.CALL_PLAN, run)).contains("9000 symbols cost").contains("dgas eodhd plan");
        assertThat(run.code()).isOne();
    }

    @Test
    void aVendorWhoseClockIsAnother() {
        vendor.order("{\"faults\":[{\"kind\":\"date-skewed\",\"delayMs\":3600000}]}");

        StoredDgas.Run run = examined();

        assertThat(of(Subject.VENDOR_CLOCK, run)).startsWith("warning|the vendor's clock is ");
        assertThat(mend(Subject.VENDOR_CLOCK, run)).contains("timedatectl set-ntp true");
    }

    @Test
    void aTokenThatDiscordDoesNotKnow() {
        StoredDgas.Run run = examinedWith("DGAS_DISCORD_BOT_TOKEN", "d3Jvbmc.wrong.discord-token-000000009");

        assertThat(of(Subject.DISCORD_TOKEN, run)).startsWith("failing|").contains("401");
        assertThat(mend(Subject.DISCORD_TOKEN, run)).contains("DGAS_DISCORD_BOT_TOKEN");
        assertThat(run.out()).doesNotContain("discord-token-000000009");
        assertThat(run.code()).isOne();
    }

    @Test
    void aChannelThatDoesNotExist() {
        StoredDgas.Run run = examinedWith("DGAS_DISCORD_CHANNEL_ID", "1010000000000000099");

        assertThat(of(Subject.DISCORD_CHANNEL, run)).startsWith("failing|");
        assertThat(mend(Subject.DISCORD_CHANNEL, run)).contains("DGAS_DISCORD_CHANNEL_ID");
        assertThat(run.code()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "view-channel, VIEW_CHANNEL",
        "send-messages, SEND_MESSAGES",
        "embed-links, EMBED_LINKS",
        "attach-files, ATTACH_FILES",
        "read-message-history, READ_MESSAGE_HISTORY"
    })
    void aPermissionThatIsMissing(String revoked, Subject subject) {
        discord.order("{\"faults\":[{\"kind\":\"permission-revoked\",\"permission\":\"" + revoked + "\"}]}");

        StoredDgas.Run run = examined();

        if (subject == Subject.VIEW_CHANNEL) {
            assertThat(of(Subject.DISCORD_CHANNEL, run)).startsWith("failing|");
        } else {
            assertThat(of(subject, run)).startsWith("failing|missing; needed ");
            assertThat(mend(subject, run)).contains("allow the bot's role " + subject.name());
        }
        assertThat(run.code()).isOne();
    }

    @Test
    void aDiscordThatHangsHangsNothing() {
        discord.order("{\"faults\":[{\"kind\":\"hanging\"}]}");

        StoredDgas.Run run = examined();

        assertThat(of(Subject.DISCORD_TOKEN, run)).isEqualTo("failing|no answer within 4000 ms");
        assertThat(of(Subject.VENDOR, run)).startsWith("ok|");
        assertThat(run.code()).isOne();
    }

    @Test
    void aDatabaseThatIsAway() {
        StoredDgas.Run run = examinedWith("DGAS_DATABASE_URL", "postgresql://dgas:hidden-word@127.0.0.1:1/dgas");

        assertThat(of(Subject.DATABASE, run)).startsWith("failing|").contains("127.0.0.1:1");
        assertThat(mend(Subject.DATABASE, run)).contains("DGAS_DATABASE_URL");
        assertThat(of(Subject.SCHEMA, run)).isEqualTo("unknown|the database cannot be reached");
        assertThat(of(Subject.VENDOR, run)).startsWith("ok|");
        assertThat(run.out() + run.err()).doesNotContain("hidden-word");
        assertThat(run.code()).isOne();
    }

    /** A server that takes the connection and never says a word. */
    @Test
    void aDatabaseThatHangsHangsNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            StoredDgas.Run run = examinedWith(
                    "DGAS_DATABASE_URL", "postgresql://dgas:word@127.0.0.1:" + silent.getLocalPort() + "/dgas");

            assertThat(of(Subject.DATABASE, run)).startsWith("failing|");
            assertThat(of(Subject.VENDOR, run)).startsWith("ok|");
            assertThat(run.code()).isOne();
        }
    }

    @Test
    void anOldSchemaAndANewerOne() {
        dgas.run("db", "psql", "--builtin", "-c", "delete from flyway_schema_history where version::integer > 5");
        StoredDgas.Run old = examined();
        assertThat(of(Subject.SCHEMA, old)).startsWith("failing|version 5, this program needs ");
        assertThat(mend(Subject.SCHEMA, old)).isEqualTo("dgas db migrate");
        assertThat(of(Subject.CALL_PLAN, old)).isEqualTo("unknown|the schema is another");

        dgas.pretendNewerSchema();
        StoredDgas.Run later = examined();
        assertThat(of(Subject.SCHEMA, later)).startsWith("failing|version 99, this program needs ");
        assertThat(mend(Subject.SCHEMA, later)).startsWith("use a dgas at least as new");
        assertThat(later.code()).isOne();
    }

    @Test
    void aDatabaseThatTakesNothingAndAUserWhoMayDoNothing() {
        String reader = "reader_" + Long.toHexString(System.nanoTime());
        dgas.run(
                "db",
                "psql",
                "--builtin",
                "-c",
                "create role " + reader
                        + " login password 'reading-word' ; grant select on all tables in schema public to " + reader
                        + "; alter role " + reader + " set default_transaction_read_only = on");
        String url = dgas.environment().variable("DGAS_DATABASE_URL").orElseThrow();
        StoredDgas.Run run =
                examinedWith("DGAS_DATABASE_URL", url.replaceFirst("//[^@]*@", "//" + reader + ":reading-word@"));

        assertThat(of(Subject.DATABASE_WRITES, run)).startsWith("failing|refused");
        assertThat(of(Subject.PRIVILEGES, run))
                .startsWith("failing|missing: DELETE on ")
                .contains(" more");
        assertThat(mend(Subject.PRIVILEGES, run)).contains(" to " + reader);
        assertThat(run.code()).isOne();
    }

    @Test
    void thePrivateServerIsNotStarted() {
        StoredDgas.Run run = examinedWith("DGAS_DATABASE_URL", "");

        assertThat(of(Subject.DATABASE, run)).startsWith("unknown|the private PostgreSQL in ");
        assertThat(mend(Subject.DATABASE, run)).startsWith("dgas db start");
        assertThat(Files.exists(folder.resolve(".local/share/dgas/postgres/data")))
                .isFalse();
    }

    @Test
    void secretsThatOthersCanRead() throws Exception {
        write(".env", "SOME_TOKEN=abc\n", "rw-r--r--");
        write("dgas.yaml", "notifications:\n  webhook:\n    secret: a-secret-in-a-file\n", "rw-r-----");

        StoredDgas.Run run = examined();

        assertThat(of(Subject.VARIABLES_FILE, run)).startsWith("warning|" + folder.resolve(".env"));
        assertThat(mend(Subject.VARIABLES_FILE, run)).isEqualTo("chmod 600 " + folder.resolve(".env"));
        assertThat(mend(Subject.SETTINGS_FILE, run)).isEqualTo("chmod 600 " + folder.resolve("dgas.yaml"));
        assertThat(run.out()).doesNotContain("a-secret-in-a-file");

        Files.setPosixFilePermissions(folder.resolve(".env"), PosixFilePermissions.fromString("rw-------"));
        write("dgas.yaml", "notifications:\n  webhook:\n    secret: ${SOME_TOKEN:-}\n", "rw-r--r--");
        StoredDgas.Run mended = examined();
        assertThat(of(Subject.VARIABLES_FILE, mended)).startsWith("ok|");
        assertThat(of(Subject.SETTINGS_FILE, mended)).startsWith("ok|").endsWith(" holds no secret");
    }

    private void write(String name, String text, String permissions) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void settingsThatCannotBeRead() throws Exception {
        write("dgas.yaml", "scheduler:\n  cron: x\n", "rw-------");

        StoredDgas.Run run = examined();

        assertThat(of(Subject.SETTINGS, run)).startsWith("failing|dgas.yaml:2:3: unknown key 'cron'");
        assertThat(mend(Subject.SETTINGS, run)).contains("dgas configure validate");
        assertThat(of(Subject.DISK, run)).contains(" GB free for ");
        assertThat(run.code()).isOne();
    }

    @Test
    void aDataDirectoryThatOthersCanChange() throws Exception {
        Path data = folder.resolve(".local/share/dgas");
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

        StoredDgas.Run run = examined();

        assertThat(mend(Subject.DATA_DIRECTORY, run)).isEqualTo("chmod go-w " + data);
    }

    @Test
    void aPortThatSomebodyHas() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StoredDgas.Run run = examinedWith("DGAS_DASHBOARD_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(of(Subject.DASHBOARD_PORT, run))
                    .startsWith("warning|127.0.0.1:" + taken.getLocalPort() + ": ")
                    .contains("it is used by process " + ProcessHandle.current().pid());
            assertThat(mend(Subject.DASHBOARD_PORT, run)).startsWith("set dashboard.port");
        }
    }

    @Test
    void settingsAreValidatedOutsideToo() {
        StoredDgas.Run good = dgas.run("configure", "validate", "--online");
        assertThat(good.out()).startsWith("The settings are valid: built-in defaults\nCHECK ");
        assertThat(of(Subject.VENDOR, good)).startsWith("ok|");
        assertThat(good.code()).isZero();

        dgas = dgas.with(Map.of("DGAS_DISCORD_CHANNEL_ID", "1010000000000000099"));
        assertThat(dgas.run("configure", "validate", "--online", "--json").code())
                .isOne();
        assertThat(dgas.run("configure", "validate").code()).isZero();
    }
}
