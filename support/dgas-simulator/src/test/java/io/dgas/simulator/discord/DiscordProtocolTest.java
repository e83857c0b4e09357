package io.dgas.simulator.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DiscordProtocolTest extends RawBot {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff, '-', '-'};

    @Test
    void aMessageIsAnsweredInFullAndStaysOnTheChannel() throws Exception {
        HttpResponse<String> answer = create("{'content':' hello ','nonce':'n1','embeds':[{'title':' T ','type':'x',"
                + "'fields':[{'name':'a','value':'b','inline':true}],'footer':{'text':'id-1'}}]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Via")).contains("1.1 google");
        JsonNode message = tree(answer);
        assertThat(message.path("content").asString()).isEqualTo("hello");
        assertThat(message.path("nonce").asString()).isEqualTo("n1");
        assertThat(message.path("timestamp").asString()).isEqualTo("2026-06-10T15:30:00.000000+00:00");
        assertThat(message.path("edited_timestamp").isNull()).isTrue();
        assertThat(message.path("author").path("bot").asBoolean()).isTrue();
        assertThat(message.path("embeds").get(0).path("type").asString()).isEqualTo("rich");
        assertThat(message.path("embeds").get(0).path("title").asString()).isEqualTo("T");
        long id = Long.parseLong(message.path("id").asString());
        assertThat((id >> 22) + 1_420_070_400_000L).isEqualTo(NOW.toEpochMilli());
        assertThat(simulator.messages()).singleElement().satisfies(seen -> {
            assertThat(seen.footers()).containsExactly("id-1");
            assertThat(seen.author()).isEqualTo(DiscordSimulator.BOT);
            assertThat(seen.nonce()).contains("n1");
        });
    }

    @Test
    void messagesAreReadEditedAndDeleted() throws Exception {
        String id = tree(create("{'content':'one'}")).path("id").asString();
        assertThat(tree(get(MESSAGES + "/" + id)).path("content").asString()).isEqualTo("one");
        JsonNode edited = tree(request("PATCH", MESSAGES + "/" + id, "{'content':'two'}"));
        assertThat(edited.path("content").asString()).isEqualTo("two");
        assertThat(edited.path("edited_timestamp").isNull()).isFalse();
        token = DiscordSimulator.OTHER_TOKEN;
        assertThat(tree(request("PATCH", MESSAGES + "/" + id, "{'content':'three'}"))
                        .path("code")
                        .asInt())
                .isEqualTo(50_005);
        assertThat(request("DELETE", MESSAGES + "/" + id, "").statusCode()).isEqualTo(403);
        token = DiscordSimulator.TOKEN;
        assertThat(request("DELETE", MESSAGES + "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(tree(get(MESSAGES + "/" + id)).path("code").asInt()).isEqualTo(10_008);
        assertThat(tree(request("PATCH", MESSAGES + "/" + id, "{'content':'x'}"))
                        .path("code")
                        .asInt())
                .isEqualTo(10_008);
        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.everPosted(DiscordSimulator.CHANNEL)).hasSize(1);
    }

    @Test
    void pagesAreNewestFirstAndBoundedByIds() throws Exception {
        for (int at = 0; at < 120; at++) {
            simulator.say("m" + at);
        }
        assertThat(texts(MESSAGES)).hasSize(50).startsWith("m119", "m118");
        JsonNode page = tree(get(MESSAGES + "?limit=100"));
        assertThat(page.size()).isEqualTo(100);
        String oldest = page.get(99).path("id").asString();
        assertThat(texts(MESSAGES + "?limit=100&before=" + oldest))
                .hasSize(20)
                .startsWith("m19")
                .endsWith("m0");
        assertThat(texts(MESSAGES + "?limit=3&after=" + oldest)).containsExactly("m119", "m118", "m117");
        assertThat(tree(get(MESSAGES + "?limit=101")).path("code").asInt()).isEqualTo(50_035);
    }

    private List<String> texts(String path) throws Exception {
        List<String> texts = new ArrayList<>();
        tree(get(path)).forEach(message -> texts.add(message.path("content").asString()));
        return texts;
    }

    @Test
    void aFileIsShownByTheEmbedOrElseListedAndItsBytesAreKept() throws Exception {
        JsonNode shown = tree(upload(
                "{'content':'c','embeds':[{'title':'t','image':{'url':'attachment://chart.png'}}],"
                        + "'attachments':[{'id':0,'filename':'chart.png','description':'a chart'}]}",
                PNG));
        assertThat(shown.path("attachments").isEmpty()).isTrue();
        assertThat(shown.path("embeds").get(0).path("image").path("url").asString())
                .startsWith("https://cdn.discordapp.com/attachments/" + DiscordSimulator.CHANNEL + "/")
                .contains("/chart.png?ex=");
        JsonNode listed = tree(upload("{'content':'c'}", PNG, PNG));
        assertThat(listed.path("attachments").size()).isEqualTo(2);
        assertThat(simulator.messages().getFirst().attachments().getFirst().content())
                .isEqualTo(PNG);
        JsonNode rows = tree(control("GET", "/messages", ""));
        JsonNode file = rows.get(0).path("attachments").get(0);
        assertThat(file.path("description").asString()).isEqualTo("a chart");
        HttpResponse<byte[]> bytes = attachment(file.path("path").asString());
        assertThat(bytes.body()).isEqualTo(PNG);
        assertThat(bytes.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void aPictureThatNobodyBroughtIsNotShown() throws Exception {
        JsonNode message = tree(create("{'embeds':[{'title':'t','image':{'url':'attachment://chart.png'}}]}"));
        assertThat(message.path("embeds").get(0).has("image")).isFalse();
    }

    /** A form and its leaf error: the place in the tree, the code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "{'content':'%2001'};content;BASE_TYPE_MAX_LENGTH",
                "{'content':{}};content;STRING_TYPE_CONVERT",
                "{'content':'c','nonce':'%26'};nonce;NONCE_TYPE_TOO_LONG",
                "{'content':'c','nonce':1.5};nonce;NONCE_TYPE_INVALID_TYPE",
                "{'content':'c','enforce_nonce':'yes'};enforce_nonce;BOOLEAN_TYPE_CONVERT",
                "{'embeds':[{'title':'%257'}]};embeds.0.title;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'description':'%4097'}]};embeds.0.description;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'footer':{'text':'%2049'}}]};embeds.0.footer.text;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'author':{'name':'%257'}}]};embeds.0.author.name;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'fields':[{'name':'%257','value':'v'}]}]};embeds.0.fields.0.name;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'fields':[{'name':'n','value':'%1025'}]}]};embeds.0.fields.0.value;BASE_TYPE_MAX_LENGTH",
                "{'embeds':[{'fields':[{'name':' ','value':'v'}]}]};embeds.0.fields.0.name;BASE_TYPE_REQUIRED",
                "{'embeds':[{'fields':[{'name':'n'}]}]};embeds.0.fields.0.value;BASE_TYPE_REQUIRED",
                "{'embeds':[{'fields':[#26]}]};embeds.0.fields;BASE_TYPE_BAD_LENGTH",
                "{'embeds':[@11]};embeds;BASE_TYPE_BAD_LENGTH",
                "{'embeds':[{'description':'%3001'},{'description':'%3000'}]};embeds;MAX_EMBED_SIZE_EXCEEDED",
                "{'embeds':[{'title':'t','color':16777216}]};embeds.0.color;NUMBER_TYPE_MAX",
                "{'embeds':[{'title':'t','color':'red'}]};embeds.0.color;NUMBER_TYPE_COERCE",
                "{'embeds':[{'title':'t','timestamp':'noon'}]};embeds.0.timestamp;DATE_TIME_TYPE_PARSE",
                "{'embeds':[{'title':'t','url':'ftp://x'}]};embeds.0.url;URL_TYPE_INVALID_SCHEME",
                "{'content':'c','allowed_mentions':{'parse':['users'],'users':['1']}};"
                        + "allowed_mentions;MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                "{'content':'c','attachments':[{'id':0,'description':'%1025'}]};"
                        + "attachments.0.description;BASE_TYPE_MAX_LENGTH"
            })
    void aFormBeyondTheLimitsIsRefusedWhereItIsWrong(String form, String path, String code) throws Exception {
        HttpResponse<String> answer = create(spelled(form));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).path("code").asInt()).isEqualTo(50_035);
        JsonNode leaf = tree(answer).path("errors");
        for (String step : path.split("\\.", -1)) {
            leaf = leaf.path(step);
        }
        assertThat(leaf.path("_errors").get(0).path("code").asString()).isEqualTo(code);
        assertThat(simulator.messages()).isEmpty();
    }

    /** {@code %n} is a text of n chars, {@code #n} are n fields, {@code @n} n embeds. */
    private static String spelled(String form) {
        String fields = String.join(",", Collections.nCopies(26, "{'name':'n','value':'v'}"));
        String embeds = String.join(",", Collections.nCopies(11, "{'title':'t'}"));
        String whole = form.replace("#26", fields).replace("@11", embeds);
        return Pattern.compile("%(\\d+)")
                .matcher(whole)
                .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    @Test
    void everythingAtItsLimitIsTaken() throws Exception {
        String fields = String.join(",", Collections.nCopies(25, "{'name':'n','value':'v'}"));
        assertThat(create(spelled("{'content':'%2000','nonce':'%25','embeds':[{'title':'%256','description':'%4096',"
                                + "'color':16777215},{'footer':{'text':'%1598'},'fields':[" + fields + "]}]}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {"{};50006", "{'content':' ','embeds':[{}]};50006", "[1];50109", "{'content';50109"})
    void whatIsNoMessageIsRefused(String form, int code) throws Exception {
        HttpResponse<String> answer = create(form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void filesBeyondTheLimitsAreRefused() throws Exception {
        assertThat(tree(upload("{'content':'c'}", new byte[(10 << 20) + 1]))
                        .path("code")
                        .asInt())
                .isEqualTo(50_045);
        HttpResponse<String> whole = upload("{'content':'c'}", new byte[9 << 20], new byte[9 << 20], new byte[9 << 20]);
        assertThat(whole.statusCode()).isEqualTo(413);
        assertThat(tree(whole).path("code").asInt()).isEqualTo(40_005);
    }

    @Test
    void aNonceIsEnforcedForItsAuthorAndItsWindowAlone() throws Exception {
        String form = "{'content':'one','nonce':'n','enforce_nonce':true}";
        String id = tree(create(form)).path("id").asString();
        assertThat(tree(create(form.replace("one", "two"))).path("id").asString())
                .isEqualTo(id);
        assertThat(tree(create(form.replace(",'enforce_nonce':true", "")))
                        .path("id")
                        .asString())
                .isNotEqualTo(id);
        token = DiscordSimulator.OTHER_TOKEN;
        create(form);
        assertThat(simulator.messages()).hasSize(3);
        token = DiscordSimulator.TOKEN;
        simulator.clock().advance(Duration.ofMinutes(4));
        create(form);
        assertThat(simulator.messages()).hasSize(4);
    }

    @Test
    void aNonceBelongsToTheAuthorNotToTheChannel() throws Exception {
        String form = "{'content':'one','nonce':'n','enforce_nonce':true}";
        String id = tree(create(form)).path("id").asString();
        JsonNode elsewhere = tree(request("POST", "/channels/" + DiscordSimulator.OTHER_CHANNEL + "/messages", form));
        assertThat(elsewhere.path("id").asString()).isEqualTo(id);
        assertThat(simulator.everPosted(DiscordSimulator.OTHER_CHANNEL)).isEmpty();
    }

    @Test
    void aNonceOfADeletedMessageBringsAnErrorAndNoMessage() throws Exception {
        String form = "{'content':'one','nonce':'n','enforce_nonce':true}";
        create(form);
        simulator.deleteAll();
        HttpResponse<String> answer = create(form);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(tree(answer).path("code").asInt()).isEqualTo(10_008);
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void mentionsCallUnlessTheyAreNotAllowedTo() throws Exception {
        create("{'content':'@everyone <@1010000000000000201>'}");
        create("{'content':'@everyone <@1010000000000000201>','allowed_mentions':{'parse':[]}}");
        assertThat(simulator.messages()).extracting(PostedMessage::mentions).containsExactly(true, false);
    }

    @Test
    void whoIsNoBotIsRefused() throws Exception {
        token = "nonsense";
        HttpResponse<String> answer = get("/users/@me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
        token = DiscordSimulator.TOKEN;
        agent = "Java-http-client/25";
        HttpResponse<String> blocked = get("/users/@me");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(blocked.body()).isEqualTo("{\"message\":\"internal network error\",\"code\":40333}");
        assertThat(blocked.headers().firstValue("Via")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/users/@me, 200, 0",
        "/channels/1010000000000000001, 200, 0",
        "/channels/1010000000000000999, 404, 10003",
        "/channels/general, 400, 50035",
        "/guilds/1010000000000000000, 200, 0",
        "/guilds/1010000000000000009, 404, 10004",
        "/guilds/1010000000000000000/members/1010000000000000101, 200, 0",
        "/guilds/1010000000000000000/members/1010000000000000555, 404, 10007",
        "/nowhere, 404, 0"
    })
    void whatIsAskedForIsToldOrRefused(String path, int status, int code) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(tree(answer).path("code").asInt(0)).isEqualTo(code);
    }

    @Test
    void aMethodThatARouteHasNotIsRefused() throws Exception {
        assertThat(request("PUT", MESSAGES, "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void fiveMessagesInFiveSecondsAndNoMore() throws Exception {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = create("{'content':'c'}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("5");
            assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains(Integer.toString(left));
            assertThat(answer.headers().firstValue("X-RateLimit-Reset-After")).contains("5.000");
        }
        simulator.clock().advance(Duration.ofMillis(1_500));
        HttpResponse<String> refused = create("{'content':'c'}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(tree(refused).path("retry_after").asDouble()).isEqualTo(3.5);
        assertThat(refused.headers().firstValue("Retry-After")).contains("4");
        assertThat(refused.headers().firstValue("X-RateLimit-Scope")).contains("user");
        assertThat(request("POST", "/channels/" + DiscordSimulator.OTHER_CHANNEL + "/messages", "{'content':'c'}")
                        .statusCode())
                .isEqualTo(200);
        simulator.clock().advance(Duration.ofMillis(3_500));
        assertThat(create("{'content':'c'}").statusCode()).isEqualTo(200);
        assertThat(simulator.messages()).hasSize(6);
    }

    @Test
    void fiftyRequestsASecondOfABotAndNoMore() throws Exception {
        for (int each = 0; each < 25; each++) {
            get("/users/@me");
            get("/channels/" + DiscordSimulator.CHANNEL);
        }
        HttpResponse<String> refused = get("/users/@me");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(tree(refused).path("global").asBoolean()).isTrue();
        assertThat(refused.headers().firstValue("X-RateLimit-Global")).contains("true");
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(get("/users/@me").statusCode()).isEqualTo(200);
    }

    @Test
    void tooManyInvalidRequestsBringABanAtTheEdge() throws Exception {
        simulator.close();
        simulator = DiscordSimulator.start(DiscordSimulator.Settings.of(NOW).withInvalidLimit(3));
        token = "nonsense";
        List<Integer> statuses = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            statuses.add(get("/users/@me").statusCode());
        }
        assertThat(statuses).containsExactly(401, 401, 401, 429);
        token = DiscordSimulator.TOKEN;
        HttpResponse<String> banned = get("/users/@me");
        assertThat(banned.body()).contains("1015");
        assertThat(banned.headers().firstValue("Via")).isEmpty();
        simulator.clock().advance(Duration.ofMinutes(10));
        assertThat(get("/users/@me").statusCode()).isEqualTo(200);
    }
}
