package dev.turnstone.migration;

/** The database refused a statement of a migration. What was done before it is recorded. */
public final class StatementFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** The migration set's name. */
    private final String set;

    /** The migration's id. */
    private final String id;

    /** The statement's place, from 1. */
    private final int number;

    /** How many statements there are. */
    private final int count;

    /** The statement. */
    private final String sql;

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param undo whether the statement was one that takes the migration back
     * @param number the statement's place, from 1
     * @param count how many statements there are
     * @param done how many statements are known to be done; below zero if that is to be found out the next time
     * @param sql the statement
     * @param cause what the driver said
     */
    public StatementFailedException(
            String set, String id, boolean undo, int number, int count, int done, String sql, Throwable cause) {
        super(
                "Statement " + number + " of " + count + (undo ? " that takes back" : " of") + " the migration " + id
                        + " of "
                        + set + " failed: " + cause.getMessage() + "\nThe statement was:\n" + sql.indent(4)
                        + next(undo, number, done),
                cause);
        this.set = set;
        this.id = id;
        this.number = number;
        this.count = count;
        this.sql = sql;
    }

    private static String next(boolean undo, int number, int done) {
        if (done < 0) {
            return "The connection broke, so whether it was done is not known; the database is asked the next time. See to"
                    + " the connection, then start again.";
        }
        if (undo && done == 0) {
            return "Nothing was taken back: the migration counts as it did before. Remove the cause, then call rollback()"
                    + " again; or leave the migration as it is.";
        }
        String before = switch (done) {
            case 0 ->
                number == 1
                        ? "Nothing of it was done before. "
                        : "Nothing of it was done: the transaction was rolled back. ";
            case 1 -> "Statement 1 was done and is recorded. ";
            default -> "Statements 1 to " + done + " were done and are recorded. ";
        };
        return undo
                ? before + "Remove the cause, then call rollback() or apply(): either continues with statement "
                        + (done + 1) + " first."
                : before + "Remove the cause, then call apply(): it continues with statement " + (done + 1)
                        + "; or call rollback() to take back what was done.";
    }

    /**
     * The migration set's name.
     *
     * @return the name
     */
    public String set() {
        return set;
    }

    /**
     * The migration's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The statement's place.
     *
     * @return a number from 1
     */
    public int number() {
        return number;
    }

    /**
     * How many statements there are.
     *
     * @return a number from 1
     */
    public int count() {
        return count;
    }

    /**
     * The statement.
     *
     * @return its SQL
     */
    public String sql() {
        return sql;
    }
}
