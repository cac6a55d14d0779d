package dev.turnstone.dialect;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An ALTER TABLE that grows, as neighbouring changes of one table are made in one go where the server takes them so. */
final class MySqlAlter {

    private final TableName table;
    private final String how;
    private final List<String> clauses = new ArrayList<>();
    private final Set<String> names = new TreeSet<>(Identifiers.ORDER);
    private String doneQuery = "";
    private int first = Integer.MAX_VALUE;
    private int last;

    /**
     * An ALTER TABLE without clauses.
     *
     * @param how the algorithm that the server must use; empty if it may choose
     */
    MySqlAlter(TableName table, String how) {
        this.table = table;
        this.how = how;
    }

    /** Whether a clause about these names can join: the server wants each name once, and one algorithm for all. */
    boolean fits(TableName other, String otherHow, List<String> about) {
        return table.same(other) && how.equals(otherHow) && about.stream().noneMatch(names::contains);
    }

    /** Adds clauses that carry out these operations. */
    void add(int from, int to, List<String> more, List<String> about, String done) {
        first = Math.min(first, from);
        last = Math.max(last, to);
        clauses.addAll(more);
        names.addAll(about);
        if (doneQuery.isEmpty()) {
            // All clauses happen or none.
            doneQuery = done;
        }
    }

    /** The first operation that it carries out. */
    int first() {
        return first;
    }

    /** The last one. */
    int last() {
        return last;
    }

    Step step(MySqlSql sql) {
        String separator = clauses.size() == 1 && how.isEmpty() ? " " : "\n    ";
        List<String> parts = new ArrayList<>(clauses);
        if (!how.isEmpty()) {
            parts.add(how);
        }
        return Step.of(
                "ALTER TABLE " + sql.names.quote(table) + separator + String.join("," + separator, parts), doneQuery);
    }
}
