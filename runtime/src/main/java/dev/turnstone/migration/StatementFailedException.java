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
     * @param sql the statement
     * @param cause what the driver said
     */
    public StatementFailedException(
            String set, String id, boolean undo, int number, int count, String sql, Throwable cause) {
        super(
                "Statement " + number + " of " + count + (undo ? " that takes back" : " of") + " the migration " + id
                        + " of "
                        + set + " failed: " + cause.getMessage() + "\nThe statement was:\n" + sql.indent(4)
                        + next(undo, number),
                cause);
        this.set = set;
        this.id = id;
        this.number = number;
        this.count = count;
        this.sql = sql;
    }

    private static String next(boolean undo, int number) {
        if (undo && number == 1) {
            return "Nothing was taken back: the migration counts as it did before. Remove the cause, then call rollback()"
                    + " again; or leave the migration as it is.";
        }
        String before = switch (number) {
            case 1 -> "Nothing of it was done before. ";
            case 2 -> "Statement 1 was done and is recorded. ";
            default -> "Statements 1 to " + (number - 1) + " were done and are recorded. ";
        };
        return undo
                ? before + "Remove the cause, then call rollback() or apply(): either continues with statement "
                        + number + " first."
                : before + "Remove the cause, then call apply(): it continues with statement " + number
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
