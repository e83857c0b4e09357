package io.dgas.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u:p@host:5433/dgas      | jdbc:postgresql://host:5433/dgas",
                "postgres://u:p@host/dgas             | jdbc:postgresql://host/dgas",
                "jdbc:postgresql://host:5432/dgas     | jdbc:postgresql://host:5432/dgas",
                "postgresql://[::1]:5432/dgas         | jdbc:postgresql://[::1]:5432/dgas",
                "postgresql://a:1,b:2/dgas            | jdbc:postgresql://a:1,b:2/dgas",
                "postgresql://u@host/my%20data        | jdbc:postgresql://host/my%20data",
            })
    void readsEveryForm(String given, String expected) {
        assertThat(DatabaseUrl.parse(given).jdbcUrl()).isEqualTo(expected);
    }

    @Test
    void decodesLoginAndParameters() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgresql://us%40er:p%3Aa%2Fs+s%25@h/d?sslmode=require&connect_timeout=3&application_name=a%20b");
        assertThat(url.properties())
                .containsEntry("user", "us@er")
                .containsEntry("password", "p:a/s+s%")
                .containsEntry("sslmode", "require")
                .containsEntry("connectTimeout", "3")
                .containsEntry("ApplicationName", "a b");
    }

    @Test
    void takesTheLoginFromTheParametersOfAJdbcAddress() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://h/d?user=u&password=secret");
        assertThat(url.properties()).containsEntry("user", "u").containsEntry("password", "secret");
        assertThat(url).hasToString("u@h/d");
        assertThat(url.jdbcUrl()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@h/d",
                "u:secret@h/d",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h/",
                "postgresql://u:se@cret@h:port/d",
                "postgresql://u:secret@h:5432:1/d",
                "postgresql://u:secret@/d",
                "postgresql://u:sec%ret@h/d",
                "postgresql://u:secret@h/d?sslmode",
                "postgresql://u:sec/ret@h/d",
            })
    void refusesWhatItCannotReadWithoutShowingIt(String given) {
        assertThatThrownBy(() -> DatabaseUrl.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("secret")
                .doesNotContain("cret@")
                .doesNotContain("ret@");
    }

    @Test
    void tellsPsqlTheSame() {
        assertThat(DatabaseUrl.parse("postgresql://u:p@[::1]/d?sslmode=require").psqlEnvironment())
                .containsEntry("PGHOST", "::1")
                .containsEntry("PGPORT", "5432")
                .containsEntry("PGUSER", "u")
                .containsEntry("PGPASSWORD", "p")
                .containsEntry("PGDATABASE", "d")
                .containsEntry("PGSSLMODE", "require");
    }
}
