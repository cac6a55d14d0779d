package dev.turnstone.sample;

import dev.turnstone.Migrator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Takes a blog's database through its whole history, with rows in it, and shows what happens. */
public final class SampleApp {

    private final DataSource dataSource;
    private final PrintStream out;

    private SampleApp(DataSource dataSource, PrintStream out) {
        this.dataSource = dataSource;
        this.out = out;
    }

    /**
     * Runs the tour.
     *
     * @param args the folder for the database; without one, a temporary folder
     * @throws SQLException if the database refuses something
     * @throws IOException if the folder cannot be made
     */
    public static void main(String[] args) throws SQLException, IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("turnstone-sample");
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:file:" + folder.resolve("blog").toAbsolutePath());
        new SampleApp(dataSource, System.out).run();
    }

    private void run() throws SQLException {
        Migrator migrator = Migrator.of(dataSource);

        title("An empty database: what would happen");
        out.println(migrator.plan());

        title("The first version of the application");
        out.println(migrator.applyTo("0001_initial"));
        execute("INSERT INTO author (name, nickname, website) VALUES ('Ada', 'countess', 'ada.example')");
        execute("INSERT INTO author (name, nickname) VALUES ('Grace', 'amazing')");
        execute("INSERT INTO post (author_id, title, body) VALUES (1, 'On engines', 'Notes, with a table.')");
        execute("INSERT INTO post (author_id, title) VALUES (2, 'On compilers')");
        execute("INSERT INTO tag (code, label) VALUES ('math', 'Mathematics')");
        execute("INSERT INTO post_tag (post_id, tag_code) VALUES (1, 'math')");
        execute("INSERT INTO post_comment (post_id, text, written) VALUES (1, 'Remarkable.', CURRENT_TIMESTAMP)");
        show("SELECT id, name, nickname, website FROM author ORDER BY id");

        title("Posts get a status, nicknames become handles");
        out.println(migrator.applyTo("0003_rename_nickname"));
        execute("UPDATE post SET status = 'PUBLISHED' WHERE id = 1");
        show("SELECT id, name, handle FROM author ORDER BY id");
        show("SELECT id, title, status FROM post ORDER BY id");

        title("The newest version");
        out.println(migrator.apply());
        execute("UPDATE post_comment SET author_id = 2");
        execute("UPDATE post SET views = 3000000000 WHERE id = 2");
        show("SELECT id, title, slug, status, views FROM post ORDER BY id");
        show("SELECT c.text, a.name FROM post_comment c JOIN author a ON a.id = c.author_id");

        title("Two steps back, which the last but one allows once no count is too large for it");
        execute("UPDATE post SET views = 0 WHERE id = 2");
        out.println(migrator.rollbackTo("0005_drop_author_website"));
        migrator.status().forEach(out::println);

        title("And forth again");
        out.println(migrator.apply());
        out.println(migrator.apply());
        migrator.status().forEach(out::println);
        show("SELECT a.name, p.slug, p.views, t.label FROM author a JOIN post p ON p.author_id = a.id"
                + " LEFT JOIN post_tag pt ON pt.post_id = p.id LEFT JOIN tag t ON t.code = pt.tag_code ORDER BY p.id");
    }

    private void title(String text) {
        out.println();
        out.println("== " + text);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void show(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                StringBuilder line = new StringBuilder("  ");
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    line.append(columns.getColumnLabel(i).toLowerCase(java.util.Locale.ROOT))
                            .append('=')
                            .append(rows.getString(i))
                            .append("  ");
                }
                out.println(line.toString().stripTrailing());
            }
        }
    }
}
