package io.dgas.adapter.postgres.backup;

/** Is told how far a long work is, now and then, by the thread that does it. */
@FunctionalInterface
public interface BackupWatch {

    /** What is being done. */
    enum Stage {
        WRITING,
        CHECKING,
        LOADING,
        COMPARING
    }

    /** So far: {@code rows} of the table. */
    void report(Stage stage, String table, long rows);
}
