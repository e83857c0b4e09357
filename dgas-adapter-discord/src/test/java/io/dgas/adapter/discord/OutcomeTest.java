package io.dgas.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.Sending;
import io.dgas.application.port.out.notice.Sending.Closed;
import io.dgas.application.port.out.notice.Sending.Delivered;
import io.dgas.application.port.out.notice.Sending.Failed;
import io.dgas.application.port.out.notice.Sending.Refused;
import io.dgas.application.port.out.notice.Sending.Unauthorised;
import io.dgas.application.port.out.notice.Sending.Unknown;
import io.dgas.simulator.discord.DiscordSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest extends DiscordTest {

    private static final Notice NOTICE = Notices.signal("AAPL-30m-1");

    /** The fault, the outcome, a part of its reason, the messages on the channel, and the requests made. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind':'unauthorized'|Unauthorised|401|0|1",
                "'kind':'api-error','status':401,'code':40001|Unauthorised|40001|0|1",
                "'kind':'api-error','status':403,'code':50014|Unauthorised|50014|0|1",
                "'kind':'missing-access'|Closed|50001 Missing Access|0|1",
                "'kind':'missing-permissions'|Closed|50013 Missing Permissions|0|3",
                "'kind':'edge-blocked'|Closed|40333|0|1",
                "'kind':'unknown-channel'|Closed|10003 Unknown Channel|0|1",
                "'kind':'api-error','status':403,'code':160005|Closed|160005|0|1",
                "'kind':'api-error','status':403,'code':50008|Closed|50008|0|1",
                "'kind':'api-error','status':403,'code':200000|Refused|200000|0|1",
                "'kind':'api-error','status':403,'code':240000|Refused|240000|0|1",
                "'kind':'api-error','status':403,'code':20009|Refused|20009|0|1",
                "'kind':'unknown-message'|Delivered||0|1",
                "'kind':'invalid-form'|Refused|embeds.0.title BASE_TYPE_MAX_LENGTH|0|2",
                "'kind':'invalid-form','path':'x.y','leaf':'NEVER_HEARD_OF'|Refused|x.y NEVER_HEARD_OF|0|2",
                "'kind':'api-error','status':400,'code':0|Refused|400|0|2",
                "'kind':'api-error','status':400,'code':50109|Refused|50109|0|2",
                "'kind':'api-error','status':409,'code':0|Refused|409|0|1",
                "'kind':'api-error','status':503,'code':130000|Unknown|130000|0|1",
                "'kind':'api-error','status':400,'code':130000|Unknown|130000|0|1",
                "'kind':'server-error','status':500|Unknown|500|0|1",
                "'kind':'server-error','status':503,'body':'empty'|Unknown|503|0|1",
                "'kind':'server-error','status':504,'body':'json'|Unknown|504|0|1",
                "'kind':'server-error','status':524|Unknown|524|0|1",
                "'kind':'server-error','status':500,'executed':true|Unknown|500|1|1",
                "'kind':'server-error','status':504,'executed':true,'body':'empty'|Unknown|504|1|1",
                "'kind':'server-error','status':502,'body':'json'|Failed|502|0|1",
                "'kind':'server-error','status':502,'executed':true|Unknown|502|1|1",
                "'kind':'dropped'|Unknown|connection broke|0|1",
                "'kind':'dropped','executed':true|Unknown|connection broke|1|1",
                "'kind':'reset'|Unknown|connection broke|1|1",
                "'kind':'truncated-json'|Unknown|without a whole message|1|1",
                "'kind':'redirected'|Failed|redirect|0|1",
                "'kind':'trickle','delayMs':0|Delivered||1|1",
                "'kind':'embeds-dropped'|Delivered|without its embed: the bot may lack|1|1",
                "'kind':'request-too-large'|Delivered|without its picture: Discord answered 413|1|2",
                "'kind':'file-too-large'|Delivered|without its picture: Discord answered 400, 50045|1|2",
                "'kind':'method-not-allowed'|Delivered|without its picture: Discord answered 405|1|2"
            })
    void everyFaultHasItsOutcome(String fault, String outcome, String reason, int messages, int requests) {
        order(fault);
        Sending sending = send(NOTICE);
        assertThat(sending.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sending.toString()).contains(reason == null ? "" : reason);
        assertThat(simulator.messages()).hasSize(messages);
        assertThat(requests()).isEqualTo(requests);
    }

    /** The first answer is lost after the message was stored; the next try must not store it again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':'server-error','status':500,'executed':true",
                "'kind':'server-error','status':502,'executed':true",
                "'kind':'server-error','status':504,'executed':true,'body':'empty'",
                "'kind':'dropped','executed':true",
                "'kind':'reset'",
                "'kind':'truncated-json'"
            })
    void aRepeatAfterALostAnswerIsTheSameMessage(String fault) {
        order(fault + ",'times':1");
        assertThat(send(NOTICE)).isInstanceOf(Unknown.class);
        assertThat(send(NOTICE)).isEqualTo(new Delivered(onlyMessage().id()));
    }

    @Test
    void aMessageWhoseAnswerTakesTooLongIsUnknownAndThenTheSame() {
        impatiently();
        order("'kind':'hanging','times':1");
        assertThat(send(NOTICE))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.why()).contains("no answer within 1500 ms"));
        assertThat(send(NOTICE)).isEqualTo(new Delivered(onlyMessage().id()));
    }

    @Test
    void anAnswerThatTricklesBeyondTheTimeOutIsUnknown() {
        impatiently();
        order("'kind':'trickle','delayMs':50,'times':1");
        assertThat(send(NOTICE)).isInstanceOf(Unknown.class);
        assertThat(send(NOTICE)).isEqualTo(new Delivered(onlyMessage().id()));
    }

    @Test
    void anotherRequestThatIsRefusedOnceGoesOutAsPlainText() {
        order("'kind':'invalid-form','times':1");
        assertThat(remark(send(NOTICE)))
                .startsWith("shown without its embed and its picture: Discord answered 400, 50035 Invalid Form Body");
        assertThat(onlyMessage().embeds().isEmpty()).isTrue();
        assertThat(onlyMessage().content())
                .startsWith("AAPL LONG entry 100.50, stop 98.00")
                .endsWith("-# AAPL-30m-1");
        assertThat(onlyMessage().nonce()).contains(Nonce.of(NOTICE.id(), DiscordSimulator.CHANNEL));
    }

    @Test
    void aBotThatMayNotAttachFilesLeavesTheChartOut() {
        order("'kind':'permission-revoked','permission':'attach-files'");
        assertThat(remark(send(NOTICE)))
                .isEqualTo("shown without its picture: Discord answered 403, 50013 Missing Permissions");
        assertThat(onlyMessage().attachments()).isEmpty();
        assertThat(onlyMessage().footers()).containsExactly("AAPL-30m-1");
        assertThat(requests()).isEqualTo(2);
        assertThat(remark(send(Notices.withoutPicture("none to leave out")))).isEmpty();
    }

    /** Each time: what lasts concerns every message. */
    @Test
    void aBotThatMayNotEmbedIsReadAllTheSame() {
        order("'kind':'permission-revoked','permission':'embed-links'");
        String remark = "shown without its embed: the bot may lack the permission EMBED_LINKS";
        assertThat(send(NOTICE)).isEqualTo(new Delivered(onlyMessage().id(), Optional.of(remark)));
        assertThat(onlyMessage().embeds().isEmpty()).isTrue();
        assertThat(onlyMessage().content()).startsWith("AAPL LONG entry 100.50, stop 98.00, target 104.25");
        assertThat(remark(send(Notices.withoutPicture("another")))).isEqualTo(remark);
        assertThat(remark(send(Notices.plain("plain")))).as("it has no embed").isEmpty();
    }

    private static String remark(Sending sending) {
        assertThat(sending).isInstanceOf(Delivered.class);
        return ((Delivered) sending).remark().orElse("");
    }

    /** The whole message is there before its answer is lost; what is refused after that is not left out of it. */
    @Test
    void whatAnEarlierTryBroughtThereWholeIsShownWhole() {
        order("'kind':'reset','times':1");
        assertThat(send(NOTICE)).isInstanceOf(Unknown.class);
        order("'kind':'request-too-large','times':1");
        assertThat(send(NOTICE)).isEqualTo(new Delivered(onlyMessage().id()));
        assertThat(onlyMessage().attachments()).hasSize(1);
    }

    @Test
    void aBotThatMayNotSpeakIsTold() {
        order("'kind':'permission-revoked','permission':'send-messages'");
        assertThat(send(NOTICE)).isInstanceOf(Closed.class);
        assertThat(send(Notices.plain("p"))).isInstanceOf(Closed.class);
        simulator.endFaults();
        order("'kind':'permission-revoked','permission':'view-channel'");
        assertThat(send(NOTICE))
                .asInstanceOf(type(Closed.class))
                .satisfies(closed -> assertThat(closed.why()).contains("cannot see this channel"));
    }

    @Test
    void aTokenThatIsReplacedCountsAtOnce() {
        token = "wrong.token.of.nobody";
        assertThat(send(NOTICE)).isInstanceOf(Unauthorised.class);
        token = "";
        assertThat(send(NOTICE)).isInstanceOf(Unauthorised.class);
        token = "a b\r\nc";
        assertThat(send(NOTICE)).isInstanceOf(Unauthorised.class);
        assertThat(requests()).isEqualTo(1);
        token = DiscordSimulator.TOKEN;
        assertThat(send(NOTICE)).isInstanceOf(Delivered.class);
    }

    @Test
    void aTokenThatCannotBeReadIsNoToken() {
        try (DiscordNotifier tokenless = new DiscordNotifier(
                new BotSettings(
                        simulator.baseUrl(),
                        () -> {
                            throw new IllegalStateException(DiscordSimulator.TOKEN);
                        },
                        DiscordSimulator.CHANNEL,
                        TIMEOUT),
                simulator.clock())) {
            assertThat(tokenless.send(NOTICE)).isInstanceOf(Unauthorised.class);
        }
    }

    @Test
    void anAnswerThatRepeatsTheTokenIsToldWithoutIt() {
        order("'kind':'invalid-form','leaf':'" + DiscordSimulator.TOKEN + "'");
        assertThat(send(NOTICE))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.why()).contains("embeds.0.title ***"));
    }

    @Test
    void a502OfTheApiHasNotExecutedAndOneOfTheEdgeMayHave() {
        order("'kind':'server-error','status':502,'times':1");
        assertThat(send(NOTICE)).isInstanceOf(Unknown.class);
        order("'kind':'server-error','status':502,'body':'json','times':1");
        assertThat(send(NOTICE)).isInstanceOf(Failed.class);
    }

    @Test
    void aNonceThatBringsAnotherTextIsRefused() {
        send(Notices.signal("another"));
        order("'kind':'nonce-confused'");
        assertThat(send(NOTICE))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused ->
                        assertThat(refused.why()).contains(onlyMessage().id()).contains("something else"));
    }

    @Test
    void aMessageThatWasDeletedIsDeliveredAndNotWrittenAgain() {
        send(NOTICE);
        simulator.deleteAll();
        assertThat(send(NOTICE)).isEqualTo(new Delivered(""));
        assertThat(simulator.messages()).isEmpty();
    }

    @Test
    void afterTheNonceWindowDiscordWouldWriteItTwice() {
        send(NOTICE);
        advance(notifier.repeatsKnownFor());
        send(NOTICE);
        assertThat(simulator.messages()).hasSize(1);
        order("'kind':'nonces-forgotten'");
        send(NOTICE);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void whatNeverLeftHasFailed() throws IOException {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/api/v10");
        }
        for (URI address : new URI[] {nobody, URI.create("http://nobody.invalid/api/v10")}) {
            BotSettings settings =
                    new BotSettings(address, () -> token, DiscordSimulator.CHANNEL, Duration.ofSeconds(10));
            try (DiscordNotifier unconnected = new DiscordNotifier(settings, simulator.clock())) {
                assertThat(unconnected.send(NOTICE))
                        .asInstanceOf(type(Failed.class))
                        .satisfies(failed -> assertThat(failed.why()).contains("no connection"));
            }
        }
    }

    @Test
    void aBotInAForumIsRefused() {
        BotSettings settings = new BotSettings(simulator.baseUrl(), () -> token, DiscordSimulator.FORUM, TIMEOUT);
        try (DiscordNotifier forum = new DiscordNotifier(settings, simulator.clock())) {
            assertThat(forum.send(NOTICE)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void anInterruptedTryIsUnknownAndLeavesTheInterrupt() {
        Thread.currentThread().interrupt();
        assertThat(send(NOTICE)).isInstanceOf(Unknown.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
