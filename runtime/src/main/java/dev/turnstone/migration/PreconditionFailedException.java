package dev.turnstone.migration;

import java.util.List;

/** Rows that exist do not allow a migration; it was not begun, so nothing of it was changed. */
public final class PreconditionFailedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    @SuppressWarnings("serial")
    private final List<Violation> violations;

    /**
     * What is wrong with some rows.
     *
     * @param subject the table, or table and column
     * @param rows how many rows are at fault
     * @param problem what is wrong with them, as the end of a sentence that begins with their number
     * @param samples at most three of them, each by its key
     * @param fix what to do, as sentences
     */
    public record Violation(String subject, long rows, String problem, List<String> samples, String fix) {
        /** Copies the samples. */
        public Violation {
            samples = List.copyOf(samples);
        }

        @Override
        public String toString() {
            String such = samples.isEmpty() ? "" : " Such as: " + String.join("; ", samples) + ".";
            String what = rows != 1
                    ? problem
                    : problem.replaceFirst("^rows have ", "row has ")
                            .replaceFirst("^rows (share|refer|break|exist)\\b", "row $1s")
                            .replaceFirst("^rows ", "row ");
            return "In " + subject + " " + rows + " " + what + "." + such + " " + fix;
        }
    }

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param violations what is wrong, at least one
     */
    public PreconditionFailedException(String set, String id, List<Violation> violations) {
        super("The migration " + id + " of " + set + " was not begun, as rows that exist do not allow it:\n"
                + String.join("\n", violations.stream().map(each -> "  " + each).toList())
                + "\nNothing of it was changed. Correct the rows, then start again.");
        this.violations = List.copyOf(violations);
    }

    /**
     * What is wrong.
     *
     * @return one for each rule that rows break
     */
    public List<Violation> violations() {
        return violations;
    }
}
