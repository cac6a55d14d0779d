package dev.turnstone.engine;

import static java.lang.System.Logger.Level.INFO;

import dev.turnstone.data.Backfill;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A walk through a table by its key. The position is kept as the condition of the rows that are still to come. */
final class Ranges implements Backfill {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");
    private static final long SILENCE = Duration.ofSeconds(10).toNanos();

    private final DataRun run;
    private final String table;
    private final List<String> key;

    /** Its place among the backfills of the data migration, from 1. */
    private final int number;

    private int batch = 10_000;
    private long pause;
    private String where = "";

    Ranges(DataRun run, String table, List<String> key, int number) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A backfill of " + table + " needs the columns of its key.");
        }
        this.run = run;
        this.table = table;
        this.key = key;
        this.number = number;
    }

    private record At(String rest, long rows, boolean more) {}

    @Override
    public Backfill batch(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A range cannot have " + rows + " rows.");
        }
        batch = rows;
        return this;
    }

    @Override
    public Backfill pause(Duration time) {
        pause = time.toMillis();
        return this;
    }

    @Override
    public Backfill where(String condition) {
        where = "(" + condition + ")";
        return this;
    }

    @Override
    public void update(String assignments) throws SQLException {
        forEach((connection, range) -> run.execute("UPDATE " + table + " SET " + assignments + " WHERE " + range));
    }

    @Override
    public void forEach(Work work) throws SQLException {
        At at = resume();
        long spokeAt = System.nanoTime();
        while (at.more()) {
            At now = at;
            at = run.range(() -> next(now, work));
            if (!at.more() || System.nanoTime() - spokeAt > SILENCE) {
                spokeAt = System.nanoTime();
                LOG.log(
                        INFO,
                        "{0}: {1} rows of {2} are done{3}",
                        run,
                        at.rows(),
                        table,
                        at.more() ? ", left are those with " + at.rest() : "");
            }
            if (at.more() && pause > 0) {
                Waiting.sleep(pause);
            }
        }
    }

    private String subject() {
        return table + " (" + String.join(", ", key) + ")";
    }

    /** The first line of the position has numbers and names, the rest is the condition. */
    private At resume() throws SQLException {
        String[] lines = run.position().split("\n", 2);
        if (lines.length < 2) {
            return new At("", 0, true);
        }
        String[] words = lines[0].split(" ", 3);
        int begun = Integer.parseInt(words[0]);
        if (begun == number && !words[2].equals(subject())) {
            throw new IllegalStateException("Its backfill " + number + " was interrupted on its way through " + words[2]
                    + ", and now goes through " + subject()
                    + ". Let it go through the same table by the same key, or call"
                    + " rollback() and begin anew.");
        }
        return begun == number ? new At(lines[1], Long.parseLong(words[1]), true) : new At("", 0, begun < number);
    }

    private At next(At at, Work work) throws SQLException {
        List<String> last = keyOf(at.rest(), "", " LIMIT 1 OFFSET " + (batch - 1));
        boolean full = !last.isEmpty();
        if (!full) {
            last = keyOf(at.rest(), " DESC", " LIMIT 1");
        }
        if (last.isEmpty()) {
            return new At(at.rest(), at.rows(), false);
        }
        String range = and(at.rest(), bound(last, " < ", " <= "), where);
        long rows = full
                ? batch
                : Long.parseLong(run.database
                        .texts("SELECT COUNT(*) FROM " + table + " WHERE " + range)
                        .get(0));
        run.work(work, range);
        At next = new At(bound(last, " > ", " > "), at.rows() + rows, full);
        run.record(number + " " + next.rows() + " " + subject() + "\n" + next.rest());
        return next;
    }

    /** The key of a row, as constants; empty if there is no such row. */
    private List<String> keyOf(String rest, String direction, String limit) throws SQLException {
        String condition = and(rest, where);
        List<List<String>> found = run.database.query(
                row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= key.size(); i++) {
                        values.add(constant(key.get(i - 1), row.getObject(i), row.getString(i)));
                    }
                    return values;
                },
                "SELECT " + String.join(", ", key) + " FROM " + table
                        + (condition.isEmpty() ? "" : " WHERE " + condition) + " ORDER BY "
                        + String.join(direction + ", ", key) + direction + limit);
        return found.isEmpty() ? List.of() : found.get(0);
    }

    private String constant(String column, Object value, String text) {
        if (value == null) {
            throw new IllegalStateException("The backfill of " + table + " cannot go by " + column
                    + ", which is NULL in a row. Choose the primary key.");
        }
        if (value instanceof byte[] bytes) {
            return run.database.dialect().bytes(HexFormat.of().formatHex(bytes));
        }
        return value instanceof Number ? text : run.database.dialect().constant(text);
    }

    /** The rows on one side of a key; the first column stands alone, too, as that is what an index is searched by. */
    private String bound(List<String> values, String strictly, String last) {
        int end = key.size() - 1;
        String sql = key.get(end) + last + values.get(end);
        for (int i = end - 1; i >= 0; i--) {
            sql = key.get(i) + strictly + values.get(i) + " OR " + key.get(i) + " = " + values.get(i) + " AND (" + sql
                    + ")";
        }
        return end == 0 ? sql : key.get(0) + strictly.stripTrailing() + "= " + values.get(0) + " AND (" + sql + ")";
    }

    private static String and(String... conditions) {
        StringBuilder all = new StringBuilder();
        for (String each : conditions) {
            if (!each.isEmpty()) {
                all.append(all.isEmpty() ? "" : " AND ").append(each);
            }
        }
        return all.toString();
    }
}
