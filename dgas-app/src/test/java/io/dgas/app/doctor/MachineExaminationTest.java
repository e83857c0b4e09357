package io.dgas.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Machines that know too little. */
class MachineExaminationTest {

    @Test
    void aJavaThatKnowsOtherTimeZones() {
        ClockChanges elsewhere = new ClockChanges(ZoneId.of("America/Phoenix").getRules());
        assertThat(MachineExamination.timeZones(elsewhere, 2026).found())
                .isEqualTo("this Java does not turn the clocks of New York from UTC-05:00 to UTC-04:00 on 2026-03-08 at"
                        + " 02:00, as the exchange does");
        ClockChanges before2007 = new ClockChanges(ZoneId.of("America/New_York").getRules());
        assertThat(before2007.fault(2006)).isPresent();
        assertThat(before2007.fault(2026)).isEmpty();
    }

    @Test
    void aJavaThatReadsFileNamesOtherwise() {
        assertThat(MachineExamination.java("ANSI_X3.4-1968").mend()).contains("LC_ALL=C.UTF-8");
        assertThat(MachineExamination.java("UTF-8").isWell()).isTrue();
    }
}
