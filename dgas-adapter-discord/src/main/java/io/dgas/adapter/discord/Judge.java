package io.dgas.adapter.discord;

import io.dgas.application.port.out.notice.Sending;
import io.dgas.application.port.out.notice.Sending.Closed;
import io.dgas.application.port.out.notice.Sending.Delivered;
import io.dgas.application.port.out.notice.Sending.Failed;
import io.dgas.application.port.out.notice.Sending.Refused;
import io.dgas.application.port.out.notice.Sending.Unauthorised;
import io.dgas.application.port.out.notice.Sending.Unknown;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the answer to a message: which of the seven outcomes it is. */
final class Judge {

    private static final int MISSING_ACCESS = 50_001;
    private static final int MISSING_PERMISSIONS = 50_013;
    private static final int INVALID_TOKEN = 50_014;
    private static final int UNAUTHORISED = 40_001;
    private static final int BLOCKED_BY_THE_EDGE = 40_333;
    private static final int UNKNOWN_MESSAGE = 10_008;
    private static final int OVERLOADED = 130_000;

    /** Too large, too many, or not to be uploaded. */
    private static final Set<Integer> ABOUT_FILES = Set.of(40_005, 50_045, 50_046, 50_146, 30_015);

    /** About what the message says. */
    private static final Set<Integer> ABOUT_WORDS = Set.of(200_000, 240_000, 20_009);

    private Judge() {}

    static Verdict read(Answer answer, Mark mark) {
        int status = answer.status();
        if (status == 200) {
            return new Verdict.Final(created(answer, mark));
        }
        if (answer.code() == OVERLOADED || status / 100 == 5) {
            return new Verdict.Final(serverFault(answer));
        }
        if (status == 405 || status == 413 || ABOUT_FILES.contains(answer.code())) {
            return new Verdict.Lighter(Message.Less.PICTURE, new Refused(answer.summary()));
        }
        return switch (status) {
            case 400 -> new Verdict.Lighter(Message.Less.ALL_BUT_TEXT, new Refused(answer.summary()));
            case 401 -> new Verdict.Final(unauthorised(answer));
            case 403 -> forbidden(answer);
            case 404 -> new Verdict.Final(missing(answer));
            default -> new Verdict.Final(odd(answer));
        };
    }

    /** Where the nonce was known, Discord returns the earlier message, whatever it says. */
    private static Sending created(Answer answer, Mark mark) {
        JsonNode message = answer.body();
        String id = message.path("id").asString("");
        if (!Snowflake.possible(id)) {
            return new Unknown("Discord answered 200 without a whole message");
        }
        boolean echoed = !message.path("content").asString("").isBlank()
                || !message.path("embeds").isEmpty();
        return echoed && !mark.isIn(message)
                ? new Refused("Discord takes it for message " + id + ", which says something else")
                : new Delivered(id);
    }

    /**
     * A 502 of the API says that nobody was there to take the request. One of the edge says only that the edge got no
     * answer that it understood, which may be after the message was stored.
     */
    private static Sending serverFault(Answer answer) {
        return answer.status() == 502 && answer.isApiError()
                ? new Failed(answer.summary())
                : new Unknown(answer.summary());
    }

    private static Sending unauthorised(Answer answer) {
        return new Unauthorised(answer.summary() + "; the bot token is not accepted");
    }

    private static Verdict forbidden(Answer answer) {
        int code = answer.code();
        if (ABOUT_WORDS.contains(code)) {
            return new Verdict.Final(new Refused(answer.summary()));
        }
        if (code == MISSING_PERMISSIONS) {
            return new Verdict.Lighter(
                    Message.Less.ONE_PART,
                    new Closed(answer.summary() + "; the bot may not send messages in this channel"));
        }
        return new Verdict.Final(
                switch (code) {
                    case INVALID_TOKEN, UNAUTHORISED -> unauthorised(answer);
                    case MISSING_ACCESS -> new Closed(answer.summary() + "; the bot cannot see this channel");
                    case BLOCKED_BY_THE_EDGE ->
                        new Closed(answer.summary() + "; the edge before Discord refuses this program");
                    default -> new Closed(answer.summary());
                });
    }

    /** A message that is unknown to Discord when it is to be created was known by its nonce, and has been deleted. */
    private static Sending missing(Answer answer) {
        return answer.code() == UNKNOWN_MESSAGE ? new Delivered("") : new Closed(answer.summary());
    }

    private static Sending odd(Answer answer) {
        int status = answer.status();
        if (status < 300 || status == 408) {
            return new Unknown(answer.summary());
        }
        return status < 400
                ? new Failed(answer.summary() + ", a redirect; api_base_url is not that of Discord's API")
                : new Refused(answer.summary());
    }
}
