package io.dgas.application.port.out.vendor;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Official closures of the US exchanges by date, as the vendor knows them; its list may well be incomplete. */
public record ExchangeClosures(List<Holiday> holidays, List<EarlyClose> earlyCloses, RowReport report) {

    public ExchangeClosures {
        holidays = List.copyOf(holidays);
        earlyCloses = List.copyOf(earlyCloses);
    }

    /** A day without trading. */
    public record Holiday(LocalDate date, String name) {}

    /**
     * A day that ends early.
     *
     * @param close in New York
     */
    public record EarlyClose(LocalDate date, LocalTime close, String name) {}
}
