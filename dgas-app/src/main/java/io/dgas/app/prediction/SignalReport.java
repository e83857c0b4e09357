package io.dgas.app.prediction;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dgas.app.exit.UsageProblem;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.notice.SignalDocument;
import io.dgas.app.output.Column;
import io.dgas.app.output.Json;
import io.dgas.app.output.Table;
import io.dgas.application.port.out.PredictionRepository.StoredSignal;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored signals as text, Markdown, CSV or JSON. */
record SignalReport(List<StoredSignal> signals, Instant until, int hours) {

    private static final List<String> TITLES = List.of(
            "time",
            "symbol",
            "type",
            "set-up",
            "interval",
            "price",
            "stop",
            "target",
            "confidence",
            "strength",
            "risk/reward",
            "reason");

    enum Form {
        TEXT,
        MARKDOWN,
        CSV,
        JSON;

        static Form ofFile(String file) {
            String name = file.toLowerCase(Locale.ROOT);
            if (name.endsWith(".md")) {
                return MARKDOWN;
            }
            if (name.endsWith(".csv")) {
                return CSV;
            }
            if (name.endsWith(".json")) {
                return JSON;
            }
            throw new UsageProblem("--output " + file + " must end in .md, .csv or .json");
        }
    }

    String render(Form form) {
        return switch (form) {
            case TEXT -> text();
            case MARKDOWN -> markdown();
            case CSV -> csv();
            case JSON ->
                Json.render(signals.stream().map(SignalReport::document).toList());
        };
    }

    /** Writes the whole report or leaves the file as it was. */
    void writeTo(Path file, Form form) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            Files.writeString(part, render(form));
            Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkFailed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private String text() {
        Table table = new Table(TITLES.stream().map(Column::text).toArray(Column[]::new));
        signals.forEach(signal -> table.row(cells(signal).toArray()));
        return signals.isEmpty() ? "" : table.render();
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("# Signals of the " + hours + " hours before " + until + "\n\n");
        text.append(signals.size()).append(signals.size() == 1 ? " signal.\n" : " signals.\n");
        if (!signals.isEmpty()) {
            text.append("\n").append(markdownRow(TITLES));
            text.append("|").append(" --- |".repeat(TITLES.size())).append("\n");
            signals.forEach(signal -> text.append(markdownRow(cells(signal))));
        }
        return text.toString();
    }

    private static String markdownRow(List<String> cells) {
        return "| "
                + String.join(
                        " | ",
                        cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |\n";
    }

    private String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(TITLES);
            signals.forEach(signal -> writer.writeRecord(cells(signal)));
        } catch (IOException e) {
            throw new WorkFailed("cannot write the report: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static List<String> cells(StoredSignal signal) {
        return List.of(
                signal.completedAt().toString(),
                signal.instrument().symbol(),
                signal.type().name(),
                signal.setUp().name(),
                signal.trading().code(),
                signal.price().toPlainString(),
                signal.stop().map(Object::toString).orElse(""),
                signal.target().map(Object::toString).orElse(""),
                share(signal.confidence()),
                share(signal.strength()),
                share(signal.riskReward()),
                signal.reason());
    }

    private static String share(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.2f", number)).orElse("");
    }

    private static Map<String, @Nullable Object> document(StoredSignal signal) {
        Map<String, @Nullable Object> document = SignalDocument.of(signal);
        document.put("notifiedAt", signal.notifiedAt().map(Instant::toString).orElse(null));
        return document;
    }
}
