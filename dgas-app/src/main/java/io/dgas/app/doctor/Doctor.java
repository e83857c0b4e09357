package io.dgas.app.doctor;

import io.dgas.app.exit.ConfigurationProblem;
import io.dgas.app.wiring.Installation;
import io.dgas.application.port.out.vendor.VendorAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who looks at an installation: at what is here, and at what is outside. Starts nothing and changes nothing. */
public record Doctor(Installation installation) {

    /** The slowest of the outside has answered or given up by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** Everything. */
    Checkup all() {
        List<Examination> examinations = here();
        examinations.addAll(outside());
        return Checkup.of(examinations, PATIENCE);
    }

    /** Asks neither the vendor nor Discord. */
    Checkup withoutOutside() {
        List<Examination> examinations = here();
        if (areSettingsReadable()) {
            examinations.add(
                    new DatabaseExamination(installation, CompletableFuture.completedFuture(Optional.empty())));
        }
        return Checkup.of(examinations, PATIENCE);
    }

    /** What is reached over a network: the database, the vendor and Discord. */
    public Checkup outsideAlone() {
        return Checkup.of(outside(), PATIENCE);
    }

    private List<Examination> here() {
        List<Examination> examinations = new ArrayList<>();
        examinations.add(new SettingsExamination(installation));
        examinations.add(new MachineExamination(installation));
        if (areSettingsReadable()) {
            examinations.add(new PortExamination(installation.settings().dashboard()));
        }
        return examinations;
    }

    private List<Examination> outside() {
        if (!areSettingsReadable()) {
            return List.of();
        }
        CompletableFuture<Optional<VendorAccount>> account = new CompletableFuture<>();
        return List.of(
                new DatabaseExamination(installation, account),
                new VendorExamination(installation, account),
                new DiscordExamination(installation));
    }

    /** Without them nobody knows what to look at; that they are not is told of them. */
    private boolean areSettingsReadable() {
        try {
            return installation.settings() != null;
        } catch (ConfigurationProblem wrong) {
            return false;
        }
    }
}
