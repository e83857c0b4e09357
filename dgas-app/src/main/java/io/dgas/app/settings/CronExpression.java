package io.dgas.app.settings;

import java.util.BitSet;
import java.util.List;

/**
 * Five fields of cron: minute, hour, day of month, month, day of week (0 and 7 are Sunday). A field is {@code *}, a
 * number, a range {@code a-b}, a step {@code x/n}, or several of these with commas.
 *
 * @param text the expression as written, single blanks between fields
 */
public record CronExpression(String text) {

    private static final List<String> NAMES = List.of("minute", "hour", "day of month", "month", "day of week");
    private static final int[] LOWEST = {0, 0, 1, 1, 0};
    private static final int[] HIGHEST = {59, 23, 31, 12, 7};
    private static final int[] LONGEST_MONTH = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int DAY_OF_MONTH = 2;
    private static final int MONTH = 3;
    private static final int DAY_OF_WEEK = 4;

    public CronExpression {
        text = text.strip().replaceAll("\\s+", " ");
        String[] fields = text.split(" ", -1);
        if (fields.length != NAMES.size()) {
            throw new IllegalArgumentException("must have five fields, minute, hour, day of month, month and day of"
                    + " week, such as '*/15 * * * *', not '" + text + "'");
        }
        BitSet[] allowed = new BitSet[fields.length];
        for (int i = 0; i < fields.length; i++) {
            allowed[i] = field(i, fields[i]);
        }
        if (fields[DAY_OF_WEEK].equals("*") && neverFires(allowed[DAY_OF_MONTH], allowed[MONTH])) {
            throw new IllegalArgumentException("'" + text + "' never fires: no such day in that month");
        }
    }

    private static BitSet field(int index, String field) {
        BitSet allowed = new BitSet();
        for (String part : field.split(",", -1)) {
            addPart(index, part, allowed);
        }
        return allowed;
    }

    private static void addPart(int index, String part, BitSet allowed) {
        String[] rangeAndStep = part.split("/", 2);
        int step = rangeAndStep.length == 2 ? number(index, rangeAndStep[1]) : 1;
        String range = rangeAndStep[0];
        String[] ends = range.split("-", 2);
        int first = range.equals("*") ? LOWEST[index] : number(index, ends[0]);
        int last = range.equals("*") || (ends.length == 1 && rangeAndStep.length == 2)
                ? HIGHEST[index]
                : number(index, ends[ends.length - 1]);
        if (first < LOWEST[index] || last > HIGHEST[index] || first > last || step < 1) {
            throw unfit(index, part);
        }
        for (int value = first; value <= last; value += step) {
            allowed.set(value);
        }
    }

    private static int number(int index, String text) {
        if (text.isEmpty() || text.length() > 2 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unfit(index, text);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException unfit(int index, String part) {
        return new IllegalArgumentException("'" + part + "' is no " + NAMES.get(index) + ": expected numbers from "
                + LOWEST[index] + " to " + HIGHEST[index] + ", such as */15, 1-5 or 0,30");
    }

    private static boolean neverFires(BitSet days, BitSet months) {
        int earliest = days.nextSetBit(0);
        return months.stream().noneMatch(month -> earliest <= LONGEST_MONTH[month]);
    }

    @Override
    public String toString() {
        return text;
    }
}
