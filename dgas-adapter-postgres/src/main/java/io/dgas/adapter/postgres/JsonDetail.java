package io.dgas.adapter.postgres;

import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Details for people and pages as JSON. */
final class JsonDetail {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader MAP = JSON.readerForMapOf(Object.class);

    private JsonDetail() {}

    static JSONB written(Map<String, Object> detail) {
        return JSONB.valueOf(JSON.writeValueAsString(detail));
    }

    /** What is absent, or was written by somebody else and is no object, has no details. */
    static Map<String, Object> read(@Nullable JSONB stored) {
        return stored == null || !stored.data().startsWith("{") ? Map.of() : MAP.readValue(stored.data());
    }
}
