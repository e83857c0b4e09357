package io.dgas.app.rehearsal;

import io.dgas.domain.market.Session;
import io.dgas.domain.market.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Files of daily bars and of actions that look like recorded ones; the same at every time. */
final class MadeUpUniverse {

    private static final long SEED = 20_240_102;
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 12, 31);
    private static final double DAILY_MOVE = 0.015;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Session> sessions = TradingCalendar.nyse().sessions(FIRST, LAST);
    private final List<String> symbols;

    /** Symbols {@code MADE.0}, {@code MADE.1} and so on. */
    MadeUpUniverse(int symbols) {
        this.symbols =
                IntStream.range(0, symbols).mapToObj(number -> "MADE." + number).toList();
    }

    /** One file for each symbol. */
    void writeBars(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String symbol : symbols) {
            Files.writeString(folder.resolve(symbol + ".csv"), bars(symbol));
        }
    }

    /** A split of the first symbol and a dividend of the last. */
    void writeActions(Path file) throws IOException {
        LocalDate date = sessions.get(sessions.size() / 2).date();
        Files.writeString(
                file,
                "symbol,ex_date,kind,value\n" + symbols.getFirst() + "," + date + ",split,2\n" + symbols.getLast() + ","
                        + date + ",dividend,0.25\n");
    }

    private String bars(String symbol) {
        StringBuilder text = new StringBuilder("symbol,timestamp,open,high,low,close,volume\n");
        double close = random.nextDouble(20, 200);
        for (Session session : sessions) {
            double open = close * Math.exp(move() / 3);
            close = open * Math.exp(move());
            double high = Math.max(open, close) * Math.exp(Math.abs(move()) / 2);
            double low = Math.min(open, close) * Math.exp(-Math.abs(move()) / 2);
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%.2f,%.2f,%.2f,%.2f,%d\n",
                    symbol,
                    session.open(),
                    open,
                    high,
                    low,
                    close,
                    random.nextLong(10_000, 5_000_000)));
        }
        return text.toString();
    }

    private double move() {
        return DAILY_MOVE * random.nextGaussian();
    }
}
