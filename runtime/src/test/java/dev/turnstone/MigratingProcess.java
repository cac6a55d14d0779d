package dev.turnstone;

import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;

import dev.turnstone.operation.AddColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;

/** The main program of a process that migrates. */
public final class MigratingProcess {

    static final String PAUSE = "turnstone.test.pause";

    private MigratingProcess() {}

    static TestSet many() {
        TestSet set = TestSet.named(Blog.NAME).with("0001_initial", Blog.CREATE);
        for (int i = 2; i <= 21; i++) {
            set = set.with("%04d_more".formatted(i), Blog.add("c" + i));
        }
        return set;
    }

    /** Its second migration waits in its second statement, once for each row. */
    static TestSet slow() {
        return TestSet.named(Blog.NAME)
                .with("0001_initial", Blog.CREATE)
                .with(
                        "0002_slow",
                        Blog.add("a"),
                        new AddColumn(Blog.AUTHOR, column("x", integer()).withDefaultSql("pause()"), null),
                        Blog.add("z"));
    }

    /** Called by the database, in the process that hosts it. */
    public static int pause() throws InterruptedException {
        TimeUnit.SECONDS.sleep(Integer.getInteger(PAUSE, 0));
        return 5;
    }

    /** Called by the database. */
    public static int steal(String url) throws SQLException {
        return steal(url, "session_id");
    }

    /** Called by the database; the thief is gone at once. */
    public static int stealAndEnd(String url) throws SQLException {
        return steal(url, "'999@1.5'");
    }

    private static int steal(String url, String session) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE turnstone_history_lock SET token = 'thief', session_id = " + session);
        }
        return 1;
    }

    /**
     * Migrates.
     *
     * @param arguments a URL, and what to do
     */
    public static void main(String[] arguments) throws InterruptedException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(arguments[0]);
        h2.setUser("sa");
        TestDatabase database = TestDatabase.at(arguments[0]);
        switch (arguments[1]) {
            case "many" -> {
                while (!database.hasTable("GO")) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                Migrator.builder(h2).sets(many()).build().apply();
            }
            case "slow" -> Migrator.builder(h2).sets(slow()).build().apply();
            case "host and slow" -> {
                prepare(database, h2);
                Migrator.builder(h2).sets(slow()).build().apply();
            }
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    static void prepare(TestDatabase database, JdbcDataSource h2) {
        database.execute("CREATE ALIAS pause FOR '" + MigratingProcess.class.getName() + ".pause'");
        Migrator.builder(h2).sets(slow().first(1)).build().apply();
        database.execute("INSERT INTO author (name) VALUES ('Ada')");
    }
}
