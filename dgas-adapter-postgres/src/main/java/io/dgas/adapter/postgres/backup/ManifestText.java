package io.dgas.adapter.postgres.backup;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as the file holds it. */
final class ManifestText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ManifestText() {}

    static byte[] of(BackupManifest manifest) {
        return (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws BackupException when it is of a newer format, or none at all */
    static BackupManifest read(byte[] text) {
        try {
            JsonNode tree = JSON.readTree(text);
            int format = tree.path("format").asInt(0);
            if (format > BackupManifest.FORMAT) {
                throw new BackupException("it has format " + format + ", but this program knows "
                        + BackupManifest.FORMAT + " at most; use a dgas at least as new as the one that wrote it ("
                        + tree.path("program").asString("unknown") + ")");
            }
            return JSON.treeToValue(tree, BackupManifest.class);
        } catch (JacksonException e) {
            throw new BackupException("its manifest cannot be read: " + e.getMessage(), e);
        }
    }
}
