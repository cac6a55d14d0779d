package dev.turnstone.migration;

import java.util.List;

/** A database is not what a migration leaves, so the migration cannot be recorded as applied. */
public final class BaselineRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final List<Difference> differences;

    /**
     * What a database lacks.
     *
     * @param text a sentence
     * @param statements SQL that would mend it; none if no list of statements does
     */
    public record Difference(String text, List<String> statements) {
        /** Copies the statements. */
        public Difference {
            statements = List.copyOf(statements);
        }

        @Override
        public String toString() {
            return statements.isEmpty()
                    ? text
                    : text + "\n"
                            + (String.join(";\n", statements) + ";").indent(2).stripTrailing();
        }
    }

    /**
     * Makes the exception.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param differences what is not as the migration leaves it, at least one
     */
    public BaselineRefusedException(String set, String id, List<Difference> differences) {
        super("The database is not as " + id + " of " + set + " leaves it, so nothing was recorded:\n"
                + String.join(
                        "\n", differences.stream().map(Difference::toString).toList())
                + "\nWhere the entities are right, let the statements run, after a look at the rows. Where the database is"
                + " right, change the entities and amend the migration. Then call baseline(\"" + id + "\") again.");
        this.differences = List.copyOf(differences);
    }

    /**
     * What is not as the migration leaves it.
     *
     * @return at least one difference
     */
    public List<Difference> differences() {
        return differences;
    }
}
