package io.dgas.adapter.eodhd.constituents;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a reader sees in a cell: one line, without footnote marks. */
final class CellText {

    private static final String UNSEEN =
            "sup.reference, style, script, template, noscript, [hidden], [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(?:\\d{1,3}|[a-z]{1,2}|(?:note|nb|n) ?\\d{1,3})]");

    private CellText() {}

    static String of(Element cell) {
        Element seen = cell.clone();
        seen.select(UNSEEN).remove();
        String text = INVISIBLE.matcher(seen.text()).replaceAll("");
        return BLANKS.matcher(FOOTNOTE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
