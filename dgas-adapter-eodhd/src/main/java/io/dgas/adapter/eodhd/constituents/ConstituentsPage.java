package io.dgas.adapter.eodhd.constituents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a saved page of the kind that encyclopedias have says of an index: one table of its constituents and, where there
 * is one, a table of changes. Nothing that the page refers to is loaded and nothing in it is run.
 *
 * @param constituents in the page's order, each instrument once; how many there must be is for the caller to judge
 * @param changes in the page's order; empty where the page has no such table
 */
public record ConstituentsPage(List<Constituent> constituents, List<IndexChange> changes) {

    /** Bytes; real pages have one million. */
    private static final int LARGEST = 32 << 20;

    public ConstituentsPage {
        constituents = List.copyOf(constituents);
        changes = List.copyOf(changes);
    }

    /**
     * Reads a page that a browser or a download saved as HTML.
     *
     * @throws UnreadablePage unless every row of its tables of constituents and changes is understood
     */
    public static ConstituentsPage read(Path file) {
        byte[] bytes = bytes(file);
        requireEnd(bytes);
        List<HtmlTable> tables = parsed(bytes).select("table").stream()
                .map(HtmlTable::of)
                .flatMap(Optional::stream)
                .toList();
        return new ConstituentsPage(ConstituentsTable.read(tables), ChangesTable.read(tables));
    }

    private static byte[] bytes(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UnreadablePage("the page is larger than " + (LARGEST >> 20) + " MB; expected a saved page");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new UnreadablePage("there is no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new UnreadablePage("the file may not be read; check its permissions", denied);
        } catch (IOException broken) {
            throw new UnreadablePage("the file cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** A download that broke off between two rows would look like a shorter list. */
    private static void requireEnd(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int end = text.lastIndexOf("</html");
        if (end < 0 || end < text.lastIndexOf("<table")) {
            throw new UnreadablePage("the page does not end with </html>: it is no HTML or was saved in part;"
                    + " save it again as 'web page, HTML only'");
        }
    }

    private static Document parsed(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException broken) {
            throw new UnreadablePage("the page is no HTML: " + broken.getMessage(), broken);
        }
    }
}
