package dev.turnstone.proof;

import dev.turnstone.Migrator;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A task that nobody interrupted.
 *
 * @param statements what was passed at each point
 * @param end what the database holds then
 * @param applied what it holds, but for rows, when everything is applied again
 * @param nanos how long it took
 */
record Expected(List<String> statements, List<String> end, List<String> applied, long nanos) {

    private static final boolean ALL = "all".equals(System.getProperty("turnstone.crash"));

    static Expected of(TestDatabases kind, Task task) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (FreshDatabase database = kind.fresh()) {
            task.prepare(database);
            long start = System.nanoTime();
            task.run(Migrator.builder(Watched.connecting(
                            database.dataSource()::getConnection,
                            (number, statement, connection) -> statements.add(statement)))
                    .sets(task.set())
                    .build());
            long nanos = System.nanoTime() - start;
            List<String> end = Look.at(database);
            task.migrator(database).build().apply();
            return new Expected(statements, end, Look.withoutRows(Look.at(database)), nanos);
        }
    }

    /** The number of the first point of a kind. */
    int point(Predicate<String> wanted) {
        return 1
                + IntStream.range(0, statements.size())
                        .filter(i -> wanted.test(statements.get(i)))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether a point is before a statement of a migration, or before several that travel together. */
    static boolean beforeStatements(String statement) {
        return statement.startsWith("before /* turnstone") || statement.startsWith("before executeBatch /* turnstone");
    }

    /** The number of the point where the lock is held, no transaction is open, and nothing else was done. */
    int holding() {
        int taken = point(statement -> statement.contains("SET token = ?"));
        return 1
                + IntStream.range(taken, statements.size())
                        .filter(i -> statements.get(i).startsWith("before executeQuery SELECT set_name"))
                        .findFirst()
                        .orElseThrow();
    }

    /** The last point, and some before it: with {@code -Dturnstone.crash=all} all, else evenly spread. */
    List<Integer> points(int some) {
        int last = statements.size();
        // An odd step, so that points before and after statements take turns.
        int step = ALL ? 1 : Math.max(1, last / some) | 1;
        return IntStream.rangeClosed(1, last)
                .filter(point -> (last - point) % step == 0)
                .boxed()
                .toList();
    }
}
