package io.dgas.app.notice.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dgas.app.notice.Notices;
import io.dgas.app.output.Redaction;
import io.dgas.app.settings.Secret;
import io.dgas.app.settings.WebhookUrl;
import io.dgas.application.port.out.notice.Notice;
import io.dgas.application.port.out.notice.NoticeId;
import io.dgas.application.port.out.notice.ReadBack;
import io.dgas.application.port.out.notice.Sending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on this machine. */
class WebhookNotifierTest {

    private static final Instant NOW = Instant.parse("2016-12-01T21:00:05Z");
    private static final String SECRET = "the secret of this webhook";
    private static final String PATH = "/hooks/only-we-know-this?key=nor-this";
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private Receiver receiver;
    private WebhookNotifier notifier;

    @BeforeEach
    void start() throws IOException {
        receiver = Receiver.start();
        notifier = notifier(receiver.url(PATH), Optional.of(SECRET), PATIENT);
    }

    private static WebhookNotifier notifier(String url, Optional<String> secret, Duration timeout) {
        return new WebhookNotifier(
                new WebhookTarget(new WebhookUrl(url), secret.map(Secret::new), timeout), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        notifier.close();
        receiver.close();
    }

    private Sending send() {
        return notifier.send(Notices.one("AAPL", "exceeds a far area"));
    }

    private Sending answered(int status, Map<String, String> headers) {
        receiver.answer(status, headers);
        return send();
    }

    @Test
    void postsANoticeWithItsIdAndSignals() {
        assertThat(send()).isEqualTo(new Sending.Delivered(""));
        Receiver.Post post = receiver.posts().getFirst();
        assertThat(post.path()).isEqualTo(PATH);
        assertThat(post.header("content-type")).isEqualTo("application/json");
        assertThat(post.header("idempotency-key")).isEqualTo("AAPL 1d 2016-12-01T21:00:00Z LONG EXHAUST");
        assertThat(post.text().replaceAll("\\s+", " "))
                .startsWith("{ \"id\" : \"AAPL 1d 2016-12-01T21:00:00Z LONG EXHAUST\", \"kind\" : \"signal\",")
                .contains("\"signals\" : [ { \"symbol\" : \"AAPL\", \"type\" : \"LONG\", \"setUp\" : \"EXHAUST\"")
                .contains("\"price\" : 109.49, \"stop\" : 107.00, \"target\" : 113.50, \"confidence\" : 0.714")
                .contains("\"text\" : \"AAPL LONG entry 109.49, stop 107.00, target 113.50, confidence 0.71");
    }

    @Test
    void postsADigestAndPlainWords() {
        notifier.send(Notices.digest("AAPL", "IBM"));
        notifier.send(new Notice.Plain(new NoticeId("test 1"), "hello"));
        List<Receiver.Post> posts = receiver.posts();
        assertThat(posts.getFirst().text().replaceAll("\\s+", " "))
                .contains("\"kind\" : \"digest\"", "\"symbol\" : \"AAPL\"", "\"symbol\" : \"IBM\"");
        assertThat(posts.getLast().text().replaceAll("\\s+", " "))
                .contains("\"kind\" : \"text\", \"signals\" : [ ], \"text\" : \"hello [test 1]\"");
    }

    @Test
    void aRepeatIsTheSameToTheByte() {
        answered(500, Map.of());
        send();
        List<Receiver.Post> posts = receiver.posts();
        assertThat(posts).hasSize(2);
        assertThat(posts.getFirst().body()).isEqualTo(posts.getLast().body());
        for (String header : List.of("idempotency-key", "x-dgas-signature")) {
            assertThat(posts.getFirst().header(header))
                    .isNotEmpty()
                    .isEqualTo(posts.getLast().header(header));
        }
    }

    /** The example of RFC 4231, test case 2. */
    @Test
    void signsAsTheStandardSays() {
        assertThat(Signature.of("what do ya want for nothing?".getBytes(UTF_8), "Jefe"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void signsTheBodyWhereThereIsASecretAndElseNot() {
        send();
        Receiver.Post signed = receiver.posts().getFirst();
        assertThat(signed.header("x-dgas-signature")).isEqualTo(Signature.of(signed.body(), SECRET));
        try (WebhookNotifier unsigned = notifier(receiver.url(PATH), Optional.empty(), PATIENT)) {
            unsigned.send(Notices.one("AAPL", "any"));
        }
        assertThat(receiver.posts().getLast().headers()).doesNotContainKey("x-dgas-signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anySuccessIsDelivered(int status) {
        assertThat(answered(status, Map.of())).isEqualTo(new Sending.Delivered(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 409, 413, 422})
    void aNoticeThatIsNotTakenIsRefused(int status) {
        assertThat(answered(status, Map.of())).isEqualTo(new Sending.Refused("the webhook answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aWebhookThatTakesNothingIsClosed(int status) {
        assertThat(answered(status, Map.of())).isEqualTo(new Sending.Closed("the webhook answered " + status));
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(answered(307, Map.of("Location", receiver.url("/elsewhere"))))
                .isInstanceOf(Sending.Closed.class)
                .asString()
                .contains("set its final address");
        assertThat(receiver.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aFaultOfTheServerLeavesItUnknown(int status) {
        assertThat(answered(status, Map.of())).isEqualTo(new Sending.Unknown("the webhook answered " + status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "Thu, 01 Dec 2016 21:01:05 GMT | PT1M",
                "Thu, 01 Dec 2016 20:00:00 GMT | PT30S",
                "999999999 | PT1H",
                "soon | PT30S",
                "-5 | PT30S",
            })
    void waitsAsLongAsItIsAsked(String after, Duration pause) {
        assertThat(answered(429, Map.of("Retry-After", after)))
                .isEqualTo(new Sending.Later(pause, "the webhook answered 429"));
    }

    @Test
    void anAnswerThatDoesNotComeLeavesItUnknown() {
        try (WebhookNotifier hasty = notifier(receiver.url(PATH), Optional.of(SECRET), Duration.ofMillis(200))) {
            receiver.answer(0, Map.of());
            assertThat(hasty.send(Notices.one("AAPL", "any")))
                    .isEqualTo(new Sending.Unknown("no answer within 200 ms"));
        }
    }

    @Test
    void aConnectionThatBreaksLeavesItUnknown() {
        receiver.answer(-1, Map.of());
        assertThat(send()).isInstanceOf(Sending.Unknown.class);
    }

    /** The port is taken, so that nobody else gets it, and nobody listens on it. */
    @Test
    void whereNobodyListensNothingWasTold() throws IOException {
        try (Socket taken = bound();
                WebhookNotifier alone =
                        notifier("http://127.0.0.1:" + taken.getLocalPort() + PATH, Optional.of(SECRET), PATIENT)) {
            assertThat(alone.send(Notices.one("AAPL", "any"))).isInstanceOf(Sending.Failed.class);
        }
    }

    private static Socket bound() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    @Test
    void neitherAddressNorSecretIsShown() {
        String shown = notifier.channel() + " " + answered(404, Map.of()) + " " + answered(500, Map.of()) + " "
                + new WebhookTarget(new WebhookUrl(receiver.url(PATH)), Optional.of(new Secret(SECRET)), PATIENT);
        receiver.close();
        shown = shown + " " + send();
        assertThat(shown).contains("127.0.0.1").doesNotContain("only-we-know-this", "nor-this", SECRET);
        assertThat(Redaction.of(receiver.url(PATH) + " " + SECRET)).doesNotContain("only-we-know-this", SECRET);
    }

    @Test
    void twoWebhooksOnOneHostAreTwoChannels() {
        try (WebhookNotifier other = notifier(receiver.url("/other"), Optional.empty(), PATIENT);
                WebhookNotifier same = notifier(receiver.url(PATH), Optional.empty(), PATIENT)) {
            assertThat(other.channel()).isNotEqualTo(notifier.channel());
            assertThat(same.channel()).isEqualTo(notifier.channel());
        }
    }

    @Test
    void anyIdFitsIntoAHeaderAndStaysTheOnlyOneOfItsKind() {
        NoticeId odd = new NoticeId("50% ürgent 日本");
        assertThat(notifier.send(new Notice.Plain(odd, "any"))).isInstanceOf(Sending.Delivered.class);
        assertThat(receiver.posts().getFirst().header("idempotency-key"))
                .isEqualTo("50%25 %C3%BCrgent %E6%97%A5%E6%9C%AC");
        assertThat(receiver.posts().getFirst().text()).contains("50% ürgent 日本");
    }

    @Test
    void whatWasPostedCannotBeReadBack() {
        assertThat(notifier.find(Notices.id("AAPL"), NOW)).isInstanceOf(ReadBack.Unreadable.class);
        assertThat(notifier.repeatsKnownFor()).isEqualTo(Duration.ofHours(24));
    }
}
