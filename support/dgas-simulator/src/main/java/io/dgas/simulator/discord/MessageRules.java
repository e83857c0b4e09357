package io.dgas.simulator.discord;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message to be created or edited may hold. */
final class MessageRules {

    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_NONCE = 25;
    private static final int LONGEST_DESCRIPTION = 1_024;
    private static final Set<String> MENTIONS = Set.of("roles", "users", "everyone");

    private final FormErrors errors = new FormErrors();

    private MessageRules() {}

    /** The refusal of a message; empty where nothing is wrong with it. */
    static Optional<Answer> refusal(Form form) {
        MessageRules rules = new MessageRules();
        ObjectNode fields = form.fields();
        rules.content(fields.path("content"));
        rules.nonce(fields.path("nonce"));
        rules.flag("enforce_nonce", fields.path("enforce_nonce"));
        rules.flag("tts", fields.path("tts"));
        new EmbedRules(rules.errors).check(fields.path("embeds"));
        rules.mentions(fields.path("allowed_mentions"));
        rules.attachments(form);
        return rules.errors.isEmpty() ? Optional.empty() : Optional.of(rules.errors.answer());
    }

    private void content(JsonNode content) {
        if (content.isMissingNode() || content.isNull()) {
            return;
        }
        if (!content.isString() && !content.isNumber()) {
            errors.add("content", "STRING_TYPE_CONVERT", "Could not interpret \"" + content + "\" as string.");
        } else if (content.asString().strip().length() > LONGEST_CONTENT) {
            errors.tooLong("content", LONGEST_CONTENT);
        }
    }

    private void nonce(JsonNode nonce) {
        if (nonce.isMissingNode() || nonce.isNull()) {
            return;
        }
        if (!nonce.isString() && !nonce.isIntegralNumber()) {
            errors.add("nonce", "NONCE_TYPE_INVALID_TYPE", "A nonce must be an integer or a string.");
        } else if (nonce.asString().length() > LONGEST_NONCE) {
            errors.add("nonce", "NONCE_TYPE_TOO_LONG", "A nonce must be " + LONGEST_NONCE + " or fewer in length.");
        }
    }

    private void flag(String name, JsonNode flag) {
        if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean()) {
            errors.add(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        }
    }

    private void mentions(JsonNode allowed) {
        Set<String> parse = new HashSet<>();
        int at = 0;
        for (JsonNode kind : allowed.path("parse")) {
            if (!MENTIONS.contains(kind.asString(""))) {
                errors.add(
                        "allowed_mentions.parse." + at,
                        "BASE_TYPE_CHOICES",
                        "Value must be one of ('users', 'roles', 'everyone').");
            }
            parse.add(kind.asString(""));
            at++;
        }
        for (String kind : Set.of("users", "roles")) {
            if (parse.contains(kind) && !allowed.path(kind).isEmpty()) {
                errors.add(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
            }
        }
    }

    private void attachments(Form form) {
        int at = 0;
        for (JsonNode attachment : form.fields().path("attachments")) {
            String path = "attachments." + at;
            if (!attachment.path("id").isIntegralNumber()
                    && !attachment.path("id").isString()) {
                errors.required(path + ".id");
            }
            if (attachment.path("description").asString("").length() > LONGEST_DESCRIPTION) {
                errors.tooLong(path + ".description", LONGEST_DESCRIPTION);
            }
            at++;
        }
    }
}
