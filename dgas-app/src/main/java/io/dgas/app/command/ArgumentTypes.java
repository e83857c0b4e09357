package io.dgas.app.command;

import io.dgas.application.port.in.UniverseIndex;
import io.dgas.domain.market.Instrument;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments are read that are values of the domain. */
final class ArgumentTypes {

    private ArgumentTypes() {}

    static void register(CommandLine commands) {
        commands.registerConverter(Instrument.class, told(Instrument::parse));
        commands.registerConverter(Timeframe.class, told(Timeframe::ofCode));
        commands.registerConverter(Instant.class, ArgumentTypes::time);
        commands.registerConverter(LocalDate.class, ArgumentTypes::date);
        commands.registerConverter(UniverseIndex.class, told(UniverseIndex::ofCode));
    }

    private static <T> ITypeConverter<T> told(Function<String, T> reading) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        };
    }

    /** A time in UTC; a date stands for its end at the exchange, when everything that closed on it had closed. */
    private static Instant time(String text) {
        try {
            return text.length() == "2016-06-30".length()
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(TradingCalendar.nyse().zone())
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException(
                    "'" + text + "' is not a time; expected UTC such as 2016-06-30T20:00:00Z, or a date");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("'" + text + "' is not a date such as 2016-06-30");
        }
    }
}
