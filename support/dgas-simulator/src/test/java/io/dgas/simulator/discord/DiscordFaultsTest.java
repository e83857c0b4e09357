package io.dgas.simulator.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class DiscordFaultsTest extends RawBot {

    private static final String FORM = "{'content':'c','nonce':'n','enforce_nonce':true,'embeds':[{'title':'t'}]}";

    /** The fault, the status, a part of the body, whether Via is there, the messages then on the channel. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind':'rate-limited','retryAfter':1.337|429|1.337,'global':false|true|0",
                "'kind':'rate-limited','body':'header-only'|429||true|0",
                "'kind':'rate-limited-shared'|429|20028|true|0",
                "'kind':'rate-limited-global'|429|'global':true|true|0",
                "'kind':'edge-rate-limited'|429|1015|false|0",
                "'kind':'edge-rate-limited','body':'text'|429|error code: 1015|false|0",
                "'kind':'edge-rate-limited','body':'json'|429|blocked from accessing our API|false|0",
                "'kind':'rate-limited-without-via'|429|retry_after|false|0",
                "'kind':'unauthorized'|401|401: Unauthorized|true|0",
                "'kind':'missing-access'|403|50001|true|0",
                "'kind':'missing-permissions'|403|50013|true|0",
                "'kind':'edge-blocked'|403|40333|false|0",
                "'kind':'unknown-channel'|404|10003|true|0",
                "'kind':'unknown-message'|404|10008|true|0",
                "'kind':'invalid-form','path':'a.b','leaf':'NEW'|400|'a':{'b':{'_errors'|true|0",
                "'kind':'api-error','status':400,'code':0|400|'code':0|true|0",
                "'kind':'server-error','status':502|502|cloudflare|false|0",
                "'kind':'server-error','status':500,'body':'empty','executed':true|500||false|1",
                "'kind':'server-error','status':504,'executed':true|504|cloudflare|false|1",
                "'kind':'server-error','status':503,'body':'json'|503|'message'|true|0",
                "'kind':'redirected'|302||false|0",
                "'kind':'embeds-dropped'|200|'embeds':[]|true|1",
                "'kind':'trickle','delayMs':0|200|'content':'c'|true|1"
            })
    void anOrderedFaultStrikesOnce(String fault, int status, String text, boolean via, int messages) throws Exception {
        order(fault + ",'times':1");
        HttpResponse<String> answer = create(FORM);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(Optional.ofNullable(text).orElse("").replace('\'', '"'));
        assertThat(answer.headers().firstValue("Via").isPresent()).isEqualTo(via);
        assertThat(simulator.messages()).hasSize(messages);
        assertThat(create(FORM).statusCode()).isEqualTo(200);
        assertThat(simulator.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"request-too-large, 413, 40005", "file-too-large, 400, 50045", "method-not-allowed, 405, 0"})
    void faultsOfFilesStrikeOnlyFiles(String kind, int status, int code) throws Exception {
        order("'kind':'" + kind + "'");
        assertThat(create(FORM).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = upload("{'content':'c'}", new byte[] {1});
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(tree(answer).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void theAnswerIsLostAfterTheMessageWasStored() {
        order("'kind':'dropped','executed':true");
        assertThatThrownBy(() -> create(FORM)).isInstanceOf(IOException.class);
        simulator.endFaults();
        order("'kind':'reset'");
        assertThatThrownBy(() -> create(FORM.replace("'n'", "'m'"))).isInstanceOf(IOException.class);
        simulator.endFaults();
        order("'kind':'reset','executed':false");
        assertThatThrownBy(() -> create(FORM.replace("'n'", "'o'"))).isInstanceOf(IOException.class);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void truncatedJsonIsNoJsonAlthoughItIs200() throws Exception {
        order("'kind':'truncated-json'");
        HttpResponse<String> answer = create(FORM);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> tree(answer)).isInstanceOf(JacksonException.class);
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void stoppingEndsAnAnswerThatHangs() throws Exception {
        order("'kind':'hanging'");
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return create(FORM).statusCode();
            } catch (IOException | InterruptedException broken) {
                return 0;
            }
        });
        while (simulator.messages().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();
        simulator.close();
        assertThat(answer.join()).isZero();
    }

    @Test
    void headersAreMissingChangedOrSetInThePast() throws Exception {
        String bucket = create(FORM).headers().firstValue("X-RateLimit-Bucket").orElseThrow();
        order("'kind':'headers-missing','times':1");
        assertThat(create(FORM).headers().firstValue("X-RateLimit-Bucket")).isEmpty();
        order("'kind':'bucket-changed','times':1");
        assertThat(create(FORM).headers().firstValue("X-RateLimit-Bucket"))
                .isPresent()
                .isNotEqualTo(Optional.of(bucket));
        order("'kind':'reset-in-past','times':1");
        HttpResponse<String> past = create(FORM);
        assertThat(Double.parseDouble(
                        past.headers().firstValue("X-RateLimit-Reset").orElseThrow()))
                .isLessThan((double) NOW.getEpochSecond());
        assertThat(past.headers().firstValue("X-RateLimit-Reset-After")).contains("5.000");
        assertThat(past.headers().firstValue("X-RateLimit-Remaining")).contains("4");
    }

    @ParameterizedTest
    @CsvSource({
        "view-channel, 403, 403, 0",
        "send-messages, 403, 403, 0",
        "attach-files, 200, 403, 1",
        "embed-links, 200, 200, 1"
    })
    void aPermissionThatWasRevokedIsMissed(String permission, int text, int file, int embedless) throws Exception {
        order("'kind':'permission-revoked','permission':'" + permission + "'");
        assertThat(create(FORM).statusCode()).isEqualTo(text);
        assertThat(upload("{'content':'c'}", new byte[] {1}).statusCode()).isEqualTo(file);
        if (permission.equals("embed-links")) {
            assertThat(simulator.messages().getFirst().embeds().isEmpty()).isEqualTo(embedless == 1);
            assertThat(create("{'embeds':[{'title':'t'}]}").statusCode()).isEqualTo(403);
        }
        if (!permission.equals("view-channel")) {
            assertThat(tree(get("/channels/" + DiscordSimulator.CHANNEL))
                            .path("permission_overwrites")
                            .get(0)
                            .path("deny")
                            .asString())
                    .isNotEqualTo("0");
        }
    }

    @Test
    void whoMayNotReadTheHistorySeesAnEmptyChannel() throws Exception {
        create(FORM);
        order("'kind':'permission-revoked','permission':'read-message-history'");
        assertThat(get(MESSAGES).body()).isEqualTo("[]");
        assertThat(tree(get("/channels/" + DiscordSimulator.CHANNEL))
                        .path("last_message_id")
                        .asString())
                .isEqualTo(simulator.messages().getFirst().id());
    }

    @Test
    void aMessageIsReadALittleLate() throws Exception {
        order("'kind':'late-reads','delayMs':2000");
        String id = tree(create(FORM)).path("id").asString();
        assertThat(get(MESSAGES).body()).isEqualTo("[]");
        assertThat(get(MESSAGES + "/" + id).statusCode()).isEqualTo(404);
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(tree(get(MESSAGES)).size()).isEqualTo(1);
    }

    @Test
    void forgottenNoncesMakeDuplicatesThatAreSeen() throws Exception {
        create(FORM);
        order("'kind':'nonces-forgotten'");
        create(FORM);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void aConfusedNonceBringsTheNewestMessage() throws Exception {
        create(FORM.replace("'c'", "'first'"));
        order("'kind':'nonce-confused'");
        assertThat(tree(create(FORM.replace("'n'", "'other'"))).path("content").asString())
                .isEqualTo("first");
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void theInvalidLimitCanBeLowered() throws Exception {
        order("'kind':'invalid-limit-lowered','count':2");
        order("'kind':'missing-access','times':2");
        create(FORM);
        create(FORM);
        assertThat(create(FORM).body()).contains("1015");
    }

    @Test
    void sharedLimitsAreNoInvalidRequests() throws Exception {
        order("'kind':'invalid-limit-lowered','count':2");
        order("'kind':'rate-limited-shared','times':4");
        for (int each = 0; each < 4; each++) {
            assertThat(create(FORM).statusCode()).isEqualTo(429);
        }
        assertThat(create(FORM).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsAreOrderedReadAndEndedOverHttp() throws Exception {
        HttpResponse<String> ordered = control(
                "POST", "/faults", "{\"seed\":7,\"faults\":[{\"kind\":\"missing-access\",\"route\":\"create\"}]}");
        assertThat(ordered.statusCode()).isEqualTo(200);
        assertThat(create(FORM).statusCode()).isEqualTo(403);
        assertThat(get("/users/@me").statusCode()).isEqualTo(200);
        assertThat(control("GET", "/faults", "").body())
                .isEqualTo(
                        "{\"seed\":7,\"faults\":[{\"kind\":\"missing-access\",\"route\":\"create\",\"channel\":\"*\","
                                + "\"covered\":1,\"fired\":1}]}")
                .isEqualTo(simulator.faultReport());
        control("DELETE", "/faults", "");
        assertThat(create(FORM).statusCode()).isEqualTo(200);
    }

    @Test
    void theChannelTheRequestsAndTheClockAreReadOverHttp() throws Exception {
        create(FORM);
        var row = tree(control("GET", "/messages", "")).get(0);
        assertThat(row.path("content").asString()).isEqualTo("c");
        assertThat(row.path("nonce").asString()).isEqualTo("n");
        assertThat(row.path("deleted").asBoolean()).isFalse();
        assertThat(tree(control("GET", "/messages/" + DiscordSimulator.OTHER_CHANNEL, ""))
                        .size())
                .isZero();
        assertThat(tree(control("GET", "/requests", "")).get(0).path("status").asInt())
                .isEqualTo(200);
        control("POST", "/clock", "{\"now\":\"2026-06-11T00:00:00Z\",\"speed\":0}");
        assertThat(simulator.clock().instant()).hasToString("2026-06-11T00:00:00Z");
        assertThat(control("GET", "/nonsense", "").statusCode()).isEqualTo(404);
        assertThat(control("GET", "/attachments/9", "").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameSeedGivesTheSameChances() throws Exception {
        List<Integer> first = statuses(42);
        assertThat(first).contains(200, 403);
        assertThat(statuses(42)).isEqualTo(first);
        assertThat(statuses(43)).isNotEqualTo(first);
    }

    private List<Integer> statuses(int seed) throws Exception {
        simulator.endFaults();
        simulator.clock().advance(Duration.ofSeconds(2));
        simulator.order("{\"seed\":" + seed + ",\"faults\":[{\"kind\":\"missing-access\",\"probability\":0.4}]}");
        List<Integer> statuses = new ArrayList<>();
        for (int each = 0; each < 30; each++) {
            statuses.add(get("/users/@me").statusCode());
        }
        return statuses;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[|not JSON",
                "{}|a scenario is an object with a list",
                "{'faults':[{'kind':'quota'}]}|no kind of fault",
                "{'faults':[{'kind':'dropped','nht':2}]}|a fault dropped has no field nht",
                "{'faults':[{'kind':'dropped','delayMs':2}]}|a fault dropped has no field delayMs",
                "{'faults':[],'sed':1}|a scenario has no field sed",
                "{'faults':[{'kind':'dropped','from':'noon'}]}|must be an instant such as",
                "{'faults':[{'kind':'late-reads','nth':2}]}|it has no nth",
                "{'faults':[{'kind':'dropped','nth':0}]}|nth 0 must be a whole number from 1",
                "{'faults':[{'kind':'dropped','probability':2}]}|probability 2.0 must be above 0",
                "{'faults':[{'kind':'dropped','route':'send'}]}|must be one of *, create, list",
                "{'faults':[{'kind':'rate-limited','body':'xml'}]}|must be one of json, header-only",
                "{'faults':[{'kind':'permission-revoked','permission':'fly'}]}|must be one of view-channel",
                "{'faults':[{'kind':'hanging','executed':'yes'}]}|must be true or false",
                "{'faults':[{'kind':'server-error','status':200}]}|status 200 must be a whole number from 400 to 599"
            })
    void aWrongScenarioIsRefusedWithOneMessageAndNothingIsOrdered(String scenario, String message) throws Exception {
        HttpResponse<String> refused = control("POST", "/faults", scenario.replace('\'', '"'));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(message);
        assertThat(simulator.faultReport()).contains("\"faults\":[]");
    }
}
