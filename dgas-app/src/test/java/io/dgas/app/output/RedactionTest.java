package io.dgas.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:pw@host/db refused, postgresql://me:***@host/db refused",
        "jdbc:postgresql://h/db?user=me&password=pw&x=1, jdbc:postgresql://h/db?user=me&password=***&x=1",
        "GET https://e.com/api/eod?api_token=abc&fmt=json, GET https://e.com/api/eod?api_token=***&fmt=json",
        "Authorization: Bot MTIzNDU2Nzg5.abcdef.ghijklmnop, Authorization: Bot ***",
        "'{\"token\": \"abc\"}', '{\"token\": \"***\"}'",
    })
    void hidesWhatLooksLikeASecret(String text, String hidden) {
        assertThat(Redaction.of(text)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eodhd.api_token: has no value",
                "password authentication failed for user \"me\"",
                "https://example.com:8501/page",
                "s.yaml:12:3: unknown key",
            })
    void leavesTheRestAlone(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    @Test
    void hidesWhatItWasToldToHideWhereverItAppears() {
        assertThat(Redaction.of("before: told-to-hide-7")).isEqualTo("before: told-to-hide-7");
        Redaction.hide("told-to-hide-7");
        assertThat(Redaction.of("path /told-to-hide-7/x")).isEqualTo("path /***/x");
    }
}
