package io.dgas.app.command;

import io.dgas.app.environment.Build;
import picocli.CommandLine.IVersionProvider;

/** Which build this is and what it runs on. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "dgas " + Build.ofThisProgram(),
            "Java " + Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
