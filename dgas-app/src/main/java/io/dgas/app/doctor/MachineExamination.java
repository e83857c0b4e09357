package io.dgas.app.doctor;

import io.dgas.app.status.DiskCheck;
import io.dgas.app.wiring.Installation;
import io.dgas.application.status.HorizonCheck;
import io.dgas.domain.market.TradingCalendar;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** This machine: its disk, its Java, and what it knows of time. */
record MachineExamination(Installation installation) implements Examination {

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.DATA_DIRECTORY, Subject.DISK, Subject.JAVA, Subject.TIME_ZONES, Subject.CALENDAR);
    }

    @Override
    public void look(Consumer<Diagnosis> found) {
        Instant now = installation.clock().instant();
        TradingCalendar calendar = TradingCalendar.nyse();
        found.accept(dataDirectory(installation.dataDirectory()));
        found.accept(Diagnosis.of(
                Subject.DISK,
                new DiskCheck(installation.dataDirectory()).at(now),
                "free some space, or name another folder in DGAS_DATA_DIR: df -h " + installation.dataDirectory()));
        found.accept(java(System.getProperty("sun.jnu.encoding", "")));
        found.accept(timeZones(
                new ClockChanges(calendar.zone().getRules()),
                now.atZone(calendar.zone()).getYear()));
        found.accept(Diagnosis.of(Subject.CALENDAR, new HorizonCheck(calendar).at(now), "install a newer dgas"));
    }

    static Diagnosis dataDirectory(Path folder) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            boolean isOpen = permissions.contains(PosixFilePermission.OTHERS_WRITE)
                    || permissions.contains(PosixFilePermission.GROUP_WRITE);
            return isOpen
                    ? Diagnosis.warning(
                            Subject.DATA_DIRECTORY, folder + " can be changed by other users", "chmod go-w " + folder)
                    : Diagnosis.ok(Subject.DATA_DIRECTORY, folder + " is changed by its owner alone");
        } catch (IOException | UnsupportedOperationException none) {
            return Diagnosis.ok(Subject.DATA_DIRECTORY, folder + " is made when it is first needed");
        }
    }

    /** @param fileNames the encoding of file names */
    static Diagnosis java(String fileNames) {
        String found = "Java " + Runtime.version() + " in " + System.getProperty("java.home") + ", up to "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
        return Charset.isSupported(fileNames) && Charset.forName(fileNames).equals(StandardCharsets.UTF_8)
                ? Diagnosis.ok(Subject.JAVA, found)
                : Diagnosis.warning(
                        Subject.JAVA,
                        found + "; it takes the names of files to be " + fileNames,
                        "start dgas by its launcher ./dgas, or set LC_ALL=C.UTF-8");
    }

    static Diagnosis timeZones(ClockChanges changes, int year) {
        Optional<String> fault = changes.fault(year).or(() -> changes.fault(year + 1));
        return fault.map(wrong -> Diagnosis.failing(
                        Subject.TIME_ZONES,
                        wrong,
                        "install a newer Java of version 25 or above, whose time zones are newer"))
                .orElseGet(() -> Diagnosis.ok(
                        Subject.TIME_ZONES,
                        "New York changes its clocks as the exchange does, " + year + " and " + (year + 1)));
    }
}
