package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dgas.adapter.discord.DiscordCheck.Finding;
import io.dgas.adapter.discord.DiscordCheck.Report;
import io.dgas.adapter.discord.DiscordCheck.Standing;
import io.dgas.simulator.discord.DiscordSimulator;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiscordCheckTest extends DiscordTest {

    private Report check(String channel) {
        return new DiscordCheck(new BotSettings(simulator.baseUrl(), () -> token, channel, TIMEOUT), simulator.clock())
                .run();
    }

    private Report check() {
        return check(DiscordSimulator.CHANNEL);
    }

    private static Standing standing(Report report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(Finding::standing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBotThatMayDoAllIsGoodAndNothingIsPosted() {
        Report report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.findings().stream().map(Finding::toString))
                .containsExactly(
                        "Finding[subject=token, standing=GOOD, text=accepted, as bot dgas-bot (1010000000000000101)]",
                        "Finding[subject=channel, standing=GOOD, text=#signals (1010000000000000001)]",
                        "Finding[subject=VIEW_CHANNEL, standing=GOOD, text=granted]",
                        "Finding[subject=SEND_MESSAGES, standing=GOOD, text=granted]",
                        "Finding[subject=EMBED_LINKS, standing=GOOD, text=granted]",
                        "Finding[subject=ATTACH_FILES, standing=GOOD, text=granted]",
                        "Finding[subject=READ_MESSAGE_HISTORY, standing=GOOD, text=granted]");
        assertThat(simulator.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEND_MESSAGES", "EMBED_LINKS", "ATTACH_FILES", "READ_MESSAGE_HISTORY"})
    void aPermissionThatIsMissingIsNamed(String name) {
        String wire = name.toLowerCase(Locale.ROOT).replace('_', '-');
        order("'kind':'permission-revoked','permission':'" + wire + "'");
        Report report = check();
        assertThat(report.good()).isFalse();
        assertThat(report.findings().stream()
                        .filter(finding -> finding.standing() != Standing.GOOD)
                        .map(Finding::subject))
                .containsExactly(name);
    }

    @Test
    void aTokenThatIsWrongIsTheOnlyFinding() {
        token = "wrong.token.of.nobody";
        Report report = check();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("token");
            assertThat(finding.standing()).isEqualTo(Standing.BAD);
        });
        assertThat(report.good()).isFalse();
    }

    @Test
    void aChannelThatIsNoneOrCannotBeUsedIsBad() {
        assertThat(standing(check("1010000000000000999"), "channel")).isEqualTo(Standing.BAD);
        Report forum = check(DiscordSimulator.FORUM);
        assertThat(standing(forum, "channel")).isEqualTo(Standing.BAD);
        assertThat(forum.findings().getLast().text()).contains("type 15");
        order("'kind':'permission-revoked','permission':'view-channel'");
        assertThat(check().findings().getLast().text()).contains("50001 Missing Access");
    }

    @ParameterizedTest
    @CsvSource({"guild", "member"})
    void whatDiscordDoesNotTellIsSaidToBeUnknown(String route) {
        order("'kind':'api-error','status':403,'code':50001,'route':'" + route + "'");
        Report report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.findings().stream().filter(finding -> finding.standing() == Standing.UNKNOWN))
                .hasSize(5)
                .allMatch(finding -> finding.text().startsWith("cannot be told: Discord answered 403, 50001"));
    }

    @Test
    void aDiscordThatIsDownIsUnknownAndNotGood() {
        order("'kind':'server-error'");
        assertThat(standing(check(), "token")).isEqualTo(Standing.UNKNOWN);
        assertThat(check().good()).isFalse();
    }

    /** Roles together, then overwrites for all, for roles, for the member; an administrator may everything. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1024|0|[]|1024",
                "1024|2048|[]|3072",
                "1024|8|[{'id':'1','type':0,'deny':'1024'}]|-1",
                "3072|0|[{'id':'1','type':0,'deny':'2048','allow':'0'}]|1024",
                "3072|0|[{'id':'1','type':0,'deny':'2048'},{'id':'7','type':0,'allow':'2048'}]|3072",
                "3072|0|[{'id':'9','type':1,'deny':'2048'},{'id':'7','type':0,'allow':'2048'}]|1024",
                "3072|0|[{'id':'9','type':1,'allow':'2048'},{'id':'7','type':0,'deny':'2048'}]|3072",
                "3072|0|[{'id':'8','type':0,'deny':'2048'},{'id':'6','type':1,'deny':'2048'}]|3072"
            })
    void permissionsAreThoseOfDiscordsRules(String everyone, String role, String overwrites, long expected) {
        JsonNode guild = tree("{'id':'1','owner_id':'5','roles':[{'id':'1','permissions':'" + everyone
                + "'},{'id':'7','permissions':'" + role + "'},{'id':'8','permissions':'16384'}]}");
        JsonNode member = tree("{'user':{'id':'9'},'roles':['7']}");
        JsonNode channel = tree("{'permission_overwrites':" + overwrites + "}");
        assertThat(PermissionBits.of(guild, member, channel)).contains(expected);
    }

    private static JsonNode tree(String json) {
        return new JsonMapper().readTree(json.replace('\'', '"'));
    }

    @Test
    void settingsThatCannotBeRightAreNamed() {
        URI base = URI.create("https://discord.com/api/v10");
        for (String channel : List.of("general", "123", "-1010000000000000001", "99999999999999999999", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BotSettings(base, () -> token, channel, TIMEOUT))
                    .withMessageContaining("channel_id '" + channel + "'");
        }
        for (String address : List.of("discord.com", "ftp://discord.com/api", "https://a@discord.com/api")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> new BotSettings(URI.create(address), () -> token, DiscordSimulator.CHANNEL, TIMEOUT))
                    .withMessageContaining("api_base_url");
        }
        assertThat(settings(TIMEOUT).toString())
                .contains(DiscordSimulator.CHANNEL)
                .doesNotContain(token);
    }
}
