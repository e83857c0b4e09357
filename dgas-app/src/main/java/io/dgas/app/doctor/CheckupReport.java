package io.dgas.app.doctor;

import io.dgas.app.output.Column;
import io.dgas.app.output.Output;
import io.dgas.app.output.Table;
import io.dgas.app.output.Words;
import java.util.List;

/** A checkup for people and for programs. */
public record CheckupReport(Checkup checkup) {

    /** What was found of one subject, as JSON; cost and mend are empty where all is well. */
    public record Row(String check, String verdict, String found, String cost, String mend) {

        static Row of(Diagnosis diagnosis) {
            return new Row(
                    diagnosis.subject().words(),
                    Words.of(diagnosis.verdict()),
                    diagnosis.found(),
                    diagnosis.isWell() ? "" : diagnosis.subject().cost(),
                    diagnosis.mend());
        }
    }

    public List<Row> rows() {
        return checkup.diagnoses().stream().map(Row::of).toList();
    }

    /** A table, and below it what is to be done. */
    public void show(Output output) {
        Table table = new Table(Column.text("CHECK"), Column.text("VERDICT"), Column.text("FOUND"));
        rows().forEach(row -> table.row(row.check(), row.verdict(), row.found()));
        output.table(table);
        for (Row row : rows()) {
            if (!row.mend().isEmpty()) {
                output.line("");
                output.line(row.check() + " is " + row.verdict() + ": " + row.found());
                output.line("  it costs: " + row.cost());
                output.line("  it is mended by: " + row.mend());
            }
        }
    }
}
