package io.dgas.app.suggestion;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a mistyped one was meant to be; case, and hyphen for underscore, do not count. */
public final class Nearest {

    private Nearest() {}

    /** The known name with the fewest letters to change, else one that contains it; empty when none is near. */
    public static Optional<String> to(String typed, Collection<String> known) {
        String plain = plain(typed);
        int mostChanges = Math.max(2, plain.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(name -> changes(plain, plain(name))))
                .filter(name -> changes(plain, plain(name)) <= mostChanges)
                .or(() -> longer(plain, known));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static Optional<String> longer(String plain, Collection<String> known) {
        return known.stream()
                .filter(name -> plain.length() >= 3 && plain(name).contains(plain))
                .findFirst();
    }

    /** Letters to insert, remove or replace to make one word of the other (Levenshtein). */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
