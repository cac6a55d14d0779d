package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that stands in an entity reaches SQL, Java source or Javadoc unescaped: it arrives in the database as written. */
class NastyNamesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"quoted\"",
                "'); DROP TABLE thing; --",
                "*/ class Evil {} /*",
                "\\u002a/ \\u0022 \\\\u0041 \\",
                "\uD83D\uDE00 \u00e9\u4e2d",
                "{@code @param <b>&amp;</b>}",
                "$L $T ${x} {0} %s ? :name",
                "-- turnstone: undoes 1-1",
                "user"
            })
    void aTextSurvivesAsColumnNameCommentDefaultAndCheck(String text) throws SQLException {
        String literal = javaLiteral(text);
        String source = "@Entity(table = " + literal + ") @Comment(" + literal + ") class Thing {\n @Id long id;\n"
                + " @Column(name = " + literal + ") @Comment(" + literal + ") @Default(" + literal + ") String value;\n"
                + " enum Kind { A, B }\n @Column(name = " + javaLiteral(text + "2") + ") Kind kind; }";
        TestProject project = new TestProject(folder).source("com.acme.Thing", source);
        Compiled saved =
                project.compile("-Aturnstone.save=initial", "-encoding", "UTF-8", "-Xlint:all,-processing,-path");
        assertThat(saved.errors()).isEmpty();
        assertThat(saved.warnings()).isEmpty();
        assertThat(project.compile("-encoding", "UTF-8").diagnostics()).isEmpty();

        JdbcDataSource database = database();
        Migrator migrator = Migrator.builder(database).sets(saved.set()).build();
        migrator.apply();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String name = text.equals("user") ? "USER" : text; // a reserved word is in the database's letter case
            String quoted = '"' + name.replace("\"", "\"\"") + '"';
            statement.execute("INSERT INTO " + quoted + " (id) VALUES (1)");
            try (ResultSet rows = statement.executeQuery("SELECT " + quoted + " FROM " + quoted)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(text);
            }
            try (ResultSet rows =
                    statement.executeQuery("SELECT REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '"
                            + name.replace("'", "''") + "'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(text);
            }
        }
        migrator.rollback();
        migrator.apply();
    }

    @Test
    void aTextWithLineEndsSurvivesAsCommentAndDefaultButIsNoName() throws SQLException {
        String text = "two\nlines\r\nand\ttabs */ \\u002a/";
        String literal = javaLiteral(text);
        TestProject project = new TestProject(folder)
                .source(
                        "com.acme.Thing",
                        "@Entity @Comment(" + literal + ") class Thing { @Id long id; @Comment(" + literal
                                + ") @Default(" + literal + ") String text; }");
        Compiled compiled = project.compile("-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        JdbcDataSource database = database();
        Migrator.builder(database).sets(compiled.set()).build().apply();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO thing (id) VALUES (1)");
            try (ResultSet rows = statement.executeQuery("SELECT text FROM thing")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(text);
            }
        }
        project.source("com.acme.Thing", "@Entity(table = " + literal + ") class Thing { @Id long id; }");
        assertThat(project.compile().errorTags()).containsExactly("TS-INVALID-VALUE");
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Test
    void everyReservedWordIsATableAndAColumn() throws SQLException {
        TestProject project = new TestProject(folder);
        for (String word : java.util.List.of("user", "order", "value", "table", "select", "key", "group", "interval")) {
            String name = word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1) + "Thing";
            project.source(
                    "com.acme." + name,
                    "@Entity(table = \"" + word + "\") class " + name + " { @Id @Column(name = \"" + word
                            + "\") long id; @Unique @Column(name = \"desc\") String text; }");
        }
        Compiled compiled = project.compile("-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        JdbcDataSource database = database();
        assertThat(Migrator.builder(database)
                        .sets(compiled.set())
                        .build()
                        .apply()
                        .toString())
                .contains("0001_initial");
    }

    private static String javaLiteral(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
