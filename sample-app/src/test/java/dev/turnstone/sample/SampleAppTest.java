package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the sample application, from outside. */
class SampleAppTest {

    @TempDir
    private Path folder;

    private String output;

    @BeforeEach
    void run() throws SQLException, IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SampleApp.main(new String[] {folder.toString()});
        } finally {
            System.setOut(console);
        }
        output = printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatItIsKnownToShow() throws IOException {
        Tour.verify(output);
    }

    @Test
    void leavesTheRowsInTheDatabase() throws SQLException {
        assertThat(query("SELECT name, handle FROM author ORDER BY id"))
                .containsExactly("Ada countess", "Grace amazing");
        assertThat(query("SELECT title, status, views FROM post ORDER BY id"))
                .containsExactly("On engines PUBLISHED 0", "On compilers DRAFT 0");
        assertThat(query("SELECT post_id, tag_code FROM post_tag")).containsExactly("1 math");
        assertThat(query("SELECT text, author_id FROM post_comment")).containsExactly("Remarkable. 2");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("blog"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                lines.add(String.join(" ", values));
            }
            return lines;
        }
    }
}
