package io.dgas.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void setsTextToTheLeftAndNumbersToTheRight() {
        Table table = new Table(Column.text("SYMBOL"), Column.number("CLOSE"), Column.text("STATE"))
                .row("A", 1.5, "up")
                .row("LONGNAME", 1234.25, "");

        assertThat(table.render()).isEqualTo("""
                        SYMBOL      CLOSE  STATE
                        A             1.5  up
                        LONGNAME  1234.25
                        """);
    }

    @Test
    void withoutRowsIsItsTitles() {
        assertThat(new Table(Column.text("A"), Column.number("B")).render()).isEqualTo("A  B\n");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Table(Column.text("A")).row(1, 2)).hasMessage("2 cells for 1 columns");
    }
}
