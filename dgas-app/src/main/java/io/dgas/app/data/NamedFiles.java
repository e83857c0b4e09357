package io.dgas.app.data;

import io.dgas.app.csv.CsvFile;
import io.dgas.app.csv.CsvPaths;
import io.dgas.app.exit.WorkFailed;
import io.dgas.app.wiring.Installation;
import java.util.List;

/** The files that a command line names. */
final class NamedFiles {

    private final CsvPaths paths;

    NamedFiles(Installation installation) {
        paths = new CsvPaths(installation.environment().workingDirectory());
    }

    /** @throws WorkFailed when there is nothing to be read at one of the paths */
    List<CsvFile> at(List<String> named) {
        try {
            return paths.files(named);
        } catch (IllegalArgumentException refused) {
            throw new WorkFailed(String.valueOf(refused.getMessage()), refused);
        }
    }
}
