package dev.turnstone.proof;

import dev.turnstone.Migrator;
import dev.turnstone.migration.MigrationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** The main program of a process that migrates when its parent says so, and ends with its parent. */
public final class MigratingChild {

    /** What lines begin with that are meant for the parent. */
    static final String ANSWER = "=> ";

    private static final BufferedReader ORDERS =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private MigratingChild() {}

    /**
     * Follows orders.
     *
     * @param arguments none
     * @throws IOException when there is no parent
     */
    public static void main(String[] arguments) throws IOException {
        answer("ready");
        for (String line = ORDERS.readLine(); line != null; line = ORDERS.readLine()) {
            try {
                follow(line.split(" ", 4));
            } catch (MigrationException e) {
                e.printStackTrace();
                answer("failed " + e.toString().replace('\n', ' '));
            }
        }
    }

    /** A task, the point where to stop (none if 0), the lease in milliseconds, a URL. */
    private static void follow(String[] order) {
        Task task = Task.valueOf(order[0]);
        int stop = Integer.parseInt(order[1]);
        Migrator migrator = Migrator.builder(Watched.connecting(order[3], (number, statement, connection) -> {
                    if (number == stop) {
                        pause(statement);
                    }
                }))
                .sets(task.set())
                .lease(Duration.ofMillis(Long.parseLong(order[2])))
                .build();
        task.run(migrator);
        answer("done "
                + migrator.status().stream()
                        .map(status -> status.id() + " " + status.state())
                        .collect(Collectors.joining(", ")));
    }

    /** Says where it is, and goes on at the next order. */
    private static void pause(String statement) {
        answer("at " + statement.replace('\n', ' '));
        try {
            if (ORDERS.readLine() == null) {
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(String text) {
        System.out.println(ANSWER + text);
        System.out.flush();
    }
}
