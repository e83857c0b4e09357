package io.dgas.app.settings;

import java.util.Optional;

/** A program of the user's that signals are posted to. */
public record WebhookSettings(
        @Setting(doc = "Whether signals are posted to a webhook.", byDefault = "false")
        boolean enabled,

        @Setting(
                doc = "Where it listens: https://, or http:// on this machine; best left to the environment.",
                variable = "DGAS_WEBHOOK_URL")
        Optional<WebhookUrl> url,

        @Setting(
                doc = "With it each post is signed (HMAC-SHA256); best left to the environment.",
                variable = "DGAS_WEBHOOK_SECRET")
        Optional<Secret> secret) {}
