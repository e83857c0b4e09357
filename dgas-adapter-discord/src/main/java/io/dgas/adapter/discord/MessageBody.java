package io.dgas.adapter.discord;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A message as the bytes of a request, and their type. */
record MessageBody(String contentType, byte[] bytes) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CHART = "chart.png";
    private static final int LONGEST_DESCRIPTION = 1_024;

    static MessageBody of(Message message, String nonce) {
        byte[] json = MAPPER.writeValueAsBytes(fields(message, nonce));
        return message.picture()
                .map(picture -> multipart(json, picture.png(), nonce))
                .orElseGet(() -> new MessageBody("application/json", json));
    }

    private static ObjectNode fields(Message message, String nonce) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("content", message.content()).put("nonce", nonce).put("enforce_nonce", true);
        fields.putObject("allowed_mentions").putArray("parse");
        message.embed().ifPresent(embed -> {
            ObjectNode shown = embed.deepCopy();
            message.picture().ifPresent(any -> shown.putObject("image").put("url", "attachment://" + CHART));
            fields.putArray("embeds").add(shown);
        });
        message.picture()
                .ifPresent(picture -> fields.putArray("attachments")
                        .addObject()
                        .put("id", 0)
                        .put("filename", CHART)
                        .put("description", Words.cut(Words.clean(picture.description()), LONGEST_DESCRIPTION)));
        return fields;
    }

    private static MessageBody multipart(byte[] json, byte[] png, String nonce) {
        String boundary = "part-of-" + nonce + "-" + Integer.toHexString(png.length);
        ByteArrayOutputStream body = new ByteArrayOutputStream(json.length + png.length + 512);
        part(body, boundary, "name=\"payload_json\"\r\nContent-Type: application/json", json);
        part(body, boundary, "name=\"files[0]\"; filename=\"" + CHART + "\"\r\nContent-Type: image/png", png);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return new MessageBody("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String boundary, String head, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }
}
