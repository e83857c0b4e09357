package io.dgas.simulator.discord;

import io.dgas.simulator.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tree of what is wrong in a form, each leaf at its place. */
final class FormErrors {

    private static final int INVALID_FORM = 50_035;

    private final ObjectNode root = Json.object();

    /** Adds a leaf at a place such as {@code embeds.0.title}; the empty one is the form itself. */
    void add(String path, String code, String message) {
        ObjectNode at = root;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            at = at.path(step) instanceof ObjectNode there ? there : at.putObject(step);
        }
        at.withArray("_errors").addObject().put("code", code).put("message", message);
    }

    void tooLong(String path, int most) {
        add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
    }

    void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    void badLength(String path, int most) {
        add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 0 and " + most + " in length.");
    }

    boolean isEmpty() {
        return root.isEmpty();
    }

    Answer answer() {
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", INVALID_FORM);
        body.set("errors", root);
        return Answer.json(400, body);
    }

    static Answer notSnowflake(String name, String value) {
        FormErrors errors = new FormErrors();
        errors.add(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.");
        return errors.answer();
    }

    /** Whether a text is there and says something. */
    static boolean says(JsonNode text) {
        return text.isString() && !text.asString().strip().isEmpty();
    }
}
