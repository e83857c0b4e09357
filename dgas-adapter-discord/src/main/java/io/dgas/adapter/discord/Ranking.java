package io.dgas.adapter.discord;

import java.util.List;

/** Lines in their order, as many as there is room for. */
record Ranking(List<String> lines) {

    private static final int LONGEST_LINE = 300;

    Ranking {
        lines = lines.stream().map(line -> Words.cut(line, LONGEST_LINE)).toList();
    }

    String numbered(int most) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            String line = (at + 1) + "\\. " + lines.get(at) + "\n";
            if (text.length() + line.length() + more(lines.size() - at).length() > most) {
                return text + more(lines.size() - at);
            }
            text.append(line);
        }
        return text.toString().stripTrailing();
    }

    String joined(int most) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            String line = (at == 0 ? "" : ", ") + lines.get(at);
            String rest = " " + more(lines.size() - at);
            if (text.length() + line.length() + rest.length() > most) {
                return text + rest;
            }
            text.append(line);
        }
        return text.toString();
    }

    private static String more(int count) {
        return "and " + count + " more";
    }
}
