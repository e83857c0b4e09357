package io.dgas.adapter.postgres.backup;

/** A backup cannot be made, read or restored. Says why; never shows a password. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way, where something can be done about it. */
    public enum Obstacle {
        /** A file of that name. */
        FILE_IS_THERE,
        DATABASE_HOLDS_DATA,
        /** The schema of the database is older than what is to be put into it, or compared with it. */
        MIGRATION_IS_DUE,
        /** Anything else. */
        OTHER
    }

    private final Obstacle obstacle;

    public BackupException(String message) {
        this(message, Obstacle.OTHER);
    }

    public BackupException(String message, Obstacle obstacle) {
        super(message);
        this.obstacle = obstacle;
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
        this.obstacle = Obstacle.OTHER;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
