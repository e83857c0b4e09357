package io.dgas.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** The help is a format to picocli: a bare percent sign would make it complain on standard error. */
class HelpTextTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Data.class,
                Actions.class,
                ImportBarFiles.class,
                ImportActionFiles.class,
                ListSeries.class,
                ShowQuality.class
            })
    void isAFormatWithoutArguments(Class<?> command) {
        Command declared = command.getAnnotation(Command.class);
        assertThat(Stream.concat(Stream.of(declared.description()), Stream.of(declared.footer())))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(String.format(Locale.ROOT, line)).isNotNull());
    }
}
