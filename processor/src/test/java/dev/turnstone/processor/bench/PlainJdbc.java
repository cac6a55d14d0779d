package dev.turnstone.processor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The floor: the same statements by hand, with a history of the name only. */
final class PlainJdbc {

    private static final String NEXT_MIGRATION = "-- next";
    private static final String NEXT_STATEMENT = ";";

    private final List<List<String>> migrations;

    private PlainJdbc(List<List<String>> migrations) {
        this.migrations = migrations;
    }

    static void write(Path file, List<List<String>> migrations) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<String> migration : migrations) {
            for (String sql : migration) {
                lines.add(sql.replace('\n', ' '));
                lines.add(NEXT_STATEMENT);
            }
            lines.add(NEXT_MIGRATION);
        }
        Files.write(file, lines);
    }

    static PlainJdbc read(Path file) throws IOException {
        List<List<String>> migrations = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.equals(NEXT_MIGRATION)) {
                migrations.add(current);
                current = new ArrayList<>();
            } else if (!line.equals(NEXT_STATEMENT)) {
                current.add(line);
            }
        }
        return new PlainJdbc(migrations);
    }

    /** Asks what was applied and applies the rest. */
    void apply(DataSource database, boolean inOneTransaction, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int done = done(statement);
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO raw_history (id, name, checksum) VALUES (?, ?, ?)")) {
                for (int i = done; i < Math.min(most, migrations.size()); i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "migration " + i);
                    insert.setString(3, "f".repeat(64));
                    for (String sql : migrations.get(i)) {
                        if (inOneTransaction) {
                            statement.addBatch(sql);
                        } else {
                            statement.execute(sql);
                        }
                    }
                    if (inOneTransaction) {
                        insert.addBatch();
                    } else {
                        insert.executeUpdate();
                        connection.commit();
                    }
                }
                if (inOneTransaction) {
                    statement.executeBatch();
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static int done(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT id, name, checksum FROM raw_history")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        } catch (SQLException e) {
            statement.execute("CREATE TABLE raw_history (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL,"
                    + " checksum VARCHAR(64) NOT NULL, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)");
            return 0;
        }
    }
}
