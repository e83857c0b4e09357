package io.dgas.simulator.discord;

import io.dgas.simulator.http.IncomingRequest;
import io.dgas.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a message and the files with their numbers. */
record Form(ObjectNode fields, Map<Integer, Upload> files) {

    private static final int MOST_BYTES = 25 << 20;
    private static final int MOST_BYTES_OF_A_FILE = 10 << 20;
    private static final int MOST_FILES = 10;

    /** A form, or why there is none. */
    sealed interface Reading {
        record Read(Form form) implements Reading {}

        record Refused(Answer answer) implements Reading {}
    }

    static boolean bringsFiles(IncomingRequest request) {
        return request.header("content-type").orElse("").startsWith("multipart/form-data")
                && request.body().contains("filename=");
    }

    static Reading read(IncomingRequest request) {
        if (request.content().length > MOST_BYTES) {
            return new Reading.Refused(Answer.requestTooLarge());
        }
        String type = request.header("content-type").orElse("");
        if (type.startsWith("application/json")) {
            return payload(request.content(), Map.of());
        }
        Optional<Multipart> parts =
                type.startsWith("multipart/form-data") ? Multipart.parse(type, request.content()) : Optional.empty();
        return parts.isPresent() ? parts(parts.get()) : new Reading.Refused(wrongType());
    }

    private static Reading parts(Multipart parts) {
        Map<Integer, Upload> files = parts.files();
        if (files.size() > MOST_FILES) {
            return new Reading.Refused(
                    Answer.error(400, 30_015, "Maximum number of attachments in a message reached (10)"));
        }
        if (files.values().stream().anyMatch(file -> file.content().length > MOST_BYTES_OF_A_FILE)) {
            return new Reading.Refused(Answer.fileTooLarge());
        }
        return payload(parts.payload(), files);
    }

    private static Reading payload(byte[] json, Map<Integer, Upload> files) {
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            return tree instanceof ObjectNode fields
                    ? new Reading.Read(new Form(fields, new LinkedHashMap<>(files)))
                    : new Reading.Refused(noJson());
        } catch (JacksonException notJson) {
            return new Reading.Refused(noJson());
        }
    }

    private static Answer noJson() {
        return Answer.error(400, 50_109, "The request body contains invalid JSON.");
    }

    private static Answer wrongType() {
        FormErrors errors = new FormErrors();
        errors.add(
                "",
                "CONTENT_TYPE_INVALID",
                "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
        return errors.answer();
    }
}
