package io.dgas.testkit;

import io.dgas.domain.bar.BarSeries;
import io.dgas.domain.market.Session;
import io.dgas.domain.market.Timeframe;
import io.dgas.domain.market.TradingCalendar;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes files of made-up bars for trials where no recorded ones are at hand: {@code DIR [--symbols N] [--years Y]
 * [--interval I] [--seed S]}. The same arguments give the same files, to the byte.
 */
public final class GenerateBars {

    private static final String USAGE = "expected DIR [--symbols N] [--years Y] [--interval I] [--seed S]";
    /** A fixed day, not today's, so that files of one seed are the same whenever they are made. */
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);

    private static final int MOST_SYMBOLS = 999;

    private final Path folder;
    private int symbols = 20;
    private int years = 3;
    private Timeframe timeframe = Timeframe.D1;
    private long seed = 1;

    private GenerateBars(String... arguments) {
        if (arguments.length % 2 == 0) {
            throw new IllegalArgumentException(USAGE);
        }
        folder = Path.of(arguments[0]);
        for (int at = 1; at < arguments.length; at += 2) {
            set(arguments[at], arguments[at + 1]);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, problem) -> stream(FileDescriptor.err).println(problem.getMessage()));
        run(stream(FileDescriptor.out), arguments);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * Does what {@code main} does.
     *
     * @throws IllegalArgumentException when the arguments are not as expected
     */
    static void run(PrintStream out, String... arguments) throws IOException {
        new GenerateBars(arguments).write(out);
    }

    private void set(String option, String value) {
        switch (option) {
            case "--symbols" -> symbols = (int) number(option, value, 1, MOST_SYMBOLS);
            case "--years" -> years = (int) number(option, value, 1, 28);
            case "--interval" -> timeframe = timeframe(value);
            case "--seed" -> seed = number(option, value, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> throw new IllegalArgumentException("option " + option + " does not exist; " + USAGE);
        }
    }

    private static Timeframe timeframe(String value) {
        Timeframe timeframe = Timeframe.ofCode(value);
        if (timeframe.compareTo(Timeframe.D1) > 0) {
            throw new IllegalArgumentException("--interval " + value + " is longer than a day; " + USAGE);
        }
        return timeframe;
    }

    private static long number(String option, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, like a number that is out of range
        }
        throw new IllegalArgumentException(
                option + " " + value + " is not a whole number from " + least + " to " + most + "; " + USAGE);
    }

    private void write(PrintStream out) throws IOException {
        List<Session> sessions =
                TradingCalendar.nyse().sessions(LAST_DAY.minusYears(years).plusDays(1), LAST_DAY);
        Files.createDirectories(folder);
        for (int number = 1; number <= symbols; number++) {
            String name = GeneratedBars.instrument(number) + ".csv";
            BarSeries bars = GeneratedBars.of(seed, number, timeframe, sessions);
            BarFiles.write(folder.resolve(name), bars);
        }
        out.println("wrote " + symbols + " files of " + sessions.size() + " sessions of " + timeframe + " bars to "
                + folder + ": generated, not recorded");
    }
}
