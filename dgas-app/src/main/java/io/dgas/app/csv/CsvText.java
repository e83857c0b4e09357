package io.dgas.app.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Opens a file as CSV text, refusing what is none with a message that says what it looks like. */
final class CsvText {

    private static final int LOOKED_AT = 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What is said of a file without anything in it. */
    static final String EMPTY = "the file is empty; expected CSV with a header line";

    private CsvText() {}

    /**
     * Lets {@code handler} read the file, record by record.
     *
     * @throws CsvFileException when the file cannot be read, is not text or not CSV
     */
    static void read(Path file, CsvCallbackHandler<?> handler) {
        read(file, handler, ignored -> {});
    }

    /** As {@link #read(Path, CsvCallbackHandler)}; {@code records} gets what the handler builds. */
    static <T> void read(Path file, CsvCallbackHandler<T> handler, Consumer<? super T> records) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            refuseOtherFormats(bytes);
            CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(handler, decoded(bytes))
                    .forEach(records);
        } catch (CsvParseException malformed) {
            throw cause(malformed);
        } catch (UncheckedIOException broken) {
            throw refusal(Objects.requireNonNull(broken.getCause()));
        } catch (IOException broken) {
            throw refusal(broken);
        }
    }

    private static Reader decoded(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }

    private static void refuseOtherFormats(InputStream bytes) throws IOException {
        bytes.mark(LOOKED_AT);
        byte[] start = bytes.readNBytes(LOOKED_AT);
        bytes.reset();
        int mark = beginsWith(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        bytes.skipNBytes(mark);
        String text = new String(start, mark, start.length - mark, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            throw new CsvFileException(EMPTY);
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("\u001f\u008b")) {
            throw new CsvFileException("the file is compressed; unpack it first");
        }
        if (text.chars().anyMatch(CsvText::isBinary)) {
            throw new CsvFileException("the file is not text; expected CSV in UTF-8");
        }
        if (text.stripLeading().startsWith("<")) {
            throw new CsvFileException("the file is HTML or XML; expected CSV with a header line");
        }
    }

    private static boolean beginsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length && start[0] == mark[0] && start[1] == mark[1] && start[2] == mark[2];
    }

    private static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static RuntimeException cause(CsvParseException malformed) {
        return malformed.getCause() instanceof CsvFileException refused
                ? refused
                : new CsvFileException("the file is not CSV: " + malformed.getMessage());
    }

    private static CsvFileException refusal(IOException broken) {
        return new CsvFileException(
                switch (broken) {
                    case NoSuchFileException missing -> "there is no such file";
                    case AccessDeniedException denied -> "the file may not be read; check its permissions";
                    case CharacterCodingException malformed -> "the file is not text in UTF-8; save it as UTF-8";
                    default -> "the file cannot be read: " + broken.getMessage();
                });
    }
}
