package io.dgas.adapter.eodhd.stream;

import io.dgas.domain.market.Instrument;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Instruments by the vendor's codes, found in a text without making a string of it. */
final class SymbolTable {

    private final @Nullable String[] codes;
    private final @Nullable Instrument[] instruments;

    SymbolTable(Collection<Instrument> followed) {
        int size = Integer.highestOneBit(Math.max(4, followed.size() * 4));
        codes = new @Nullable String[size];
        instruments = new @Nullable Instrument[size];
        Map<String, Instrument> sorted = new TreeMap<>();
        followed.forEach(instrument -> sorted.put(code(instrument), instrument));
        sorted.forEach(this::put);
    }

    /** The vendor's code of an instrument on this socket: {@code BRK-B}. */
    static String code(Instrument instrument) {
        return instrument.symbol().replace('.', '-');
    }

    private void put(String code, Instrument instrument) {
        int slot = slot(code.toCharArray(), 0, code.length());
        while (codes[slot] != null) {
            slot = next(slot);
        }
        codes[slot] = code;
        instruments[slot] = instrument;
    }

    /** Null when it is not followed. */
    @Nullable
    Instrument find(char[] text, int from, int to) {
        int slot = slot(text, from, to);
        String code = codes[slot];
        while (code != null) {
            if (equal(code, text, from, to)) {
                return instruments[slot];
            }
            slot = next(slot);
            code = codes[slot];
        }
        return null;
    }

    private static boolean equal(String code, char[] text, int from, int to) {
        if (code.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (code.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return (hash ^ hash >>> 15) & codes.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & codes.length - 1;
    }
}
