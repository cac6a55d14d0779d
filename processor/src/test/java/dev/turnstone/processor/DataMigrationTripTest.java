package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The user's whole way: a column becomes two, or a table, by a data migration that starts as the skeleton in the message. */
class DataMigrationTripTest {

    private static final String SPLIT = "substr(full_name, 1, instr(full_name, ' ') - 1)";
    private static final String REST = "substr(full_name, instr(full_name, ' ') + 1)";

    @TempDir
    Path folder;

    private TestProject author(String fields) {
        return new TestProject(folder)
                .source(
                        "com.acme.Author",
                        "@Entity public class Author { @Id(generated = true) long id; " + fields + " }");
    }

    /** What the first message of a compile offers to paste. */
    private static String skeleton(Compiled stopped) {
        String message = stopped.errors().get(0).text();
        return message.substring(message.indexOf("package com.acme;")).replaceAll("(?m)^       ", "");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_FILE", "SQLITE"})
    void aColumnIsSplitInTwo(TestDatabases kind) throws SQLException {
        TestProject project = author("@Column(nullable = false) String fullName;");
        Compiled initial = project.compile("-Aturnstone.save=initial");
        try (FreshDatabase database = kind.fresh()) {
            migrator(database, initial).apply();
            database.execute("INSERT INTO author (full_name) VALUES ('Halldor Laxness')");
            database.execute("INSERT INTO author (full_name) VALUES ('Astrid Anna Lindgren')");

            project = author("@Column(nullable = false) String firstName; @Column(nullable = false) String lastName;");
            Compiled asked = project.compile();
            assertThat(asked.errorTags()).startsWith("TS-RENAME-AMBIGUOUS");
            String skeleton = skeleton(asked);
            project.write("src/main/java/com/acme/MoveAuthorFullName.java", skeleton)
                    .source(
                            "com.acme.Author",
                            "@Entity @Dropped(value = \"full_name\", reason = \"in two columns\") public class Author {"
                                    + " @Id(generated = true) long id; @Column(nullable = false) String firstName;"
                                    + " @Column(nullable = false) String lastName; }");
            Compiled unfilled = project.compile();
            assertThat(unfilled.errors())
                    .hasSize(2)
                    .allSatisfy(error -> assertThat(error.text()).contains("cannot find symbol"))
                    .extracting(error -> error.text().replaceAll("(?s).*variable (\\w+).*", "$1"))
                    .containsExactly("newFirstName", "newLastName");

            project.write(
                    "src/main/java/com/acme/MoveAuthorFullName.java",
                    skeleton.replace("newFirstName", '"' + SPLIT + '"').replace("newLastName", '"' + REST + '"'));
            Compiled saved = project.compile("-Aturnstone.save=split_names");
            assertThat(saved.errors()).isEmpty();
            assertThat(project.compile("-Aturnstone.check").errors()).isEmpty();

            Migrator migrator = migrator(database, saved);
            assertThat(migrator.plan().toString()).contains("com.acme.MoveAuthorFullName");
            migrator.apply();
            assertThat(rows(database, "SELECT first_name, last_name FROM author ORDER BY id"))
                    .containsExactly("Halldor|Laxness", "Astrid|Anna Lindgren");
            assertThat(migrator(database, saved).plan().pending()).isEmpty();
            migrator.rollback();
            assertThat(rows(database, "SELECT count(*), max(full_name) FROM author"))
                    .hasSize(1);
        }
    }

    @Test
    void aColumnBecomesATable() throws SQLException {
        TestProject project = author("@Column(length = 60) String country;");
        Compiled initial = project.compile("-Aturnstone.save=initial");
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, initial).apply();
            database.execute("INSERT INTO author (country) VALUES ('Iceland'), ('Sweden'), ('Iceland')");
            project = author("@Reference(column = \"country_id\") Country land;")
                    .source(
                            "com.acme.Country",
                            "@Entity public class Country { @Id(generated = true) long id; String name; }");
            Compiled asked = project.compile();
            assertThat(asked.errors()).hasSize(1);
            String skeleton = skeleton(asked);
            assertThat(skeleton).contains("columnsOfCountry", "isTheCountry");
            String dropped = "@Entity @Dropped(value = \"country\", reason = \"a table\") public class Author {"
                    + " @Id(generated = true) long id; @Reference(column = \"country_id\") Country land; }";
            project.source("com.acme.Author", dropped).write("src/main/java/com/acme/MoveAuthorCountry.java", skeleton);
            assertThat(project.compile().errors())
                    .hasSize(4)
                    .allSatisfy(error -> assertThat(error.text()).contains("cannot find symbol"));
            project.write(
                    "src/main/java/com/acme/MoveAuthorCountry.java",
                    skeleton.replace("columnsOfCountry", "\"name\"")
                            .replace("valuesOfCountry", "\"country\"")
                            .replace("keyOfCountry", "\"country.id\"")
                            .replace("isTheCountry", "\"country.name = author.country\""));
            Compiled saved = project.compile("-Aturnstone.save=countries");
            assertThat(saved.errors()).isEmpty();
            migrator(database, saved).apply();
            assertThat(rows(
                            database,
                            "SELECT c.name, count(*) FROM author a JOIN country c ON c.id = a.country_id GROUP BY c.name"
                                    + " ORDER BY 1"))
                    .containsExactly("Iceland|2", "Sweden|1");
        }
    }

    @Test
    void aFreshDatabaseRunsSavedDataMigrationsWithoutTheEntitiesOfTheirTime() throws SQLException {
        TestProject project = author("String name;").source("com.acme.Seed", """
                import dev.turnstone.data.*;
                import com.acme.SeedTables.AUTHOR;
                @DataMigration public class Seed implements DataStep {
                    @Override public void up(DataContext context) throws java.sql.SQLException {
                        context.update("INSERT INTO " + context.name(AUTHOR.TABLE) + " (" + context.name(AUTHOR.NAME)
                                + ") VALUES (?)", "Anonymous");
                    }
                    @Override public void down(DataContext context) throws java.sql.SQLException {
                        context.update("DELETE FROM " + context.name(AUTHOR.TABLE) + " WHERE name = ?", "Anonymous");
                    }
                }
                """);
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
        project.delete("com.acme.Author")
                .source(
                        "com.acme.Writer",
                        "@Entity @RenamedFrom(\"author\") class Writer { @Id(generated = true) long id;"
                                + " @RenamedFrom(\"name\") String pen; }");
        Compiled saved = project.compile("-Aturnstone.save=writers");
        assertThat(saved.errors()).isEmpty();
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, saved).apply();
            assertThat(rows(database, "SELECT pen FROM writer")).containsExactly("Anonymous");
            migrator(database, saved).rollback();
            assertThat(rows(database, "SELECT name FROM author")).containsExactly("Anonymous");
        }
    }

    private static Migrator migrator(FreshDatabase database, Compiled compiled) {
        return Migrator.builder(database.dataSource()).sets(compiled.set()).build();
    }

    private static List<String> rows(FreshDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
