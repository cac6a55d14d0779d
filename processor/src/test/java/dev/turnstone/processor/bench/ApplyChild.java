package dev.turnstone.processor.bench;

import dev.turnstone.Migrator;
import dev.turnstone.migration.MigrationSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** One cold JVM that does one thing to a database and says how long it took. */
final class ApplyChild {

    private static final String MARK = "took ";

    private ApplyChild() {}

    /** What is measured. */
    enum Task {
        /** Plain JDBC: the first migration only. */
        RAW_FIRST,
        /** Plain JDBC: a commit for each migration. */
        RAW,
        /** Plain JDBC: everything in one transaction, in two batches. */
        RAW_ONE_TRANSACTION,
        /** Turnstone: the first migration only. */
        FIRST,
        /** Turnstone: all that is pending. */
        APPLY
    }

    /** Opens nothing but what it is asked for, as an application without a pool does. */
    private record Direct(String url) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter writer) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("no wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** The task, the database's URL, the file with the statements. The driver is loaded and the database open before the clock runs. */
    public static void main(String[] args) throws SQLException, IOException {
        Logger.getLogger("dev.turnstone").setLevel(Level.WARNING);
        Direct database = new Direct(args[1]);
        Task task = Task.valueOf(args[0]);
        try (Connection kept = database.getConnection()) {
            kept.isReadOnly();
            long start = System.nanoTime();
            switch (task) {
                case RAW_FIRST -> PlainJdbc.read(Path.of(args[2])).apply(database, false, 1);
                case RAW -> PlainJdbc.read(Path.of(args[2])).apply(database, false, Integer.MAX_VALUE);
                case RAW_ONE_TRANSACTION -> PlainJdbc.read(Path.of(args[2])).apply(database, true, Integer.MAX_VALUE);
                case FIRST -> {
                    MigrationSet set =
                            ServiceLoader.load(MigrationSet.class).iterator().next();
                    Migrator.of(database).applyTo(set.entries().get(0).id());
                }
                case APPLY -> Migrator.of(database).apply();
            }
            System.out.println(MARK + (System.nanoTime() - start));
        }
    }

    /** Runs a task in a fresh JVM; gives milliseconds. */
    static double run(Task task, String classPath, String url, Path statements)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                ApplyChild.class.getName(),
                task.name(),
                url,
                statements.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(task + " failed:\n" + output);
        }
        return output.lines()
                        .filter(line -> line.startsWith(MARK))
                        .mapToLong(line -> Long.parseLong(line.substring(MARK.length())))
                        .sum()
                / 1e6;
    }
}
