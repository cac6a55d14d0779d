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
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the sequences of JPA entities, on a database in use. */
class JpaSequencesTest {

    private static final String NUMBERED = "@jakarta.persistence.Id @jakarta.persistence.GeneratedValue long id;";

    @TempDir
    Path folder;

    private TestProject project;
    private JdbcDataSource database;

    @BeforeEach
    void begin() throws SQLException {
        project = new TestProject(folder);
        database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        entity("Author", "", NUMBERED);
        migrate("initial");
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 1 50");
        assertThat(next("author_seq")).isEqualTo(1);
    }

    private void entity(String name, String hint, String members) {
        project.source(
                "com.acme." + name,
                "@jakarta.persistence.Entity " + hint + " public class " + name + " { " + members + " }");
    }

    private Compiled migrate(String name) {
        Compiled compiled = compile("-Aturnstone.save=" + name);
        assertThat(compiled.errors()).isEmpty();
        Migrator.builder(database).sets(compiled.set()).build().apply();
        return compiled;
    }

    private Compiled compile(String option) {
        return project.compile("-Aturnstone.naming=spring", "-Aturnstone.targets=h2", option);
    }

    private void rollback(Compiled compiled) {
        Migrator.builder(database).sets(compiled.set()).build().rollback();
    }

    private List<String> sequences() throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sequence_name, start_value, increment"
                        + " FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC' ORDER BY 1")) {
            while (row.next()) {
                sequences.add(row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3));
            }
        }
        return sequences;
    }

    private long next(String sequence) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT NEXT VALUE FOR " + sequence)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aSequenceGoesWithWhatItNumbered() throws SQLException {
        entity("Author", "", NUMBERED.replace("@jakarta.persistence.GeneratedValue ", ""));
        Compiled compiled = migrate("no_numbers");
        assertThat(compiled.newest()).containsExactly("drop sequence author_seq");
        assertThat(sequences()).isEmpty();

        rollback(compiled);
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 1 50");
    }

    @Test
    void aSequenceFollowsItsRenamedTableAndGoesOnCounting() throws SQLException {
        project.delete("com.acme.Author");
        entity("Writer", "@RenamedFrom(\"author\")", NUMBERED);
        Compiled compiled = migrate("writers");
        assertThat(compiled.newest())
                .containsExactly(
                        "change sequence author_seq to writer_seq increment 50", "rename table author to writer");
        assertThat(sequences()).containsExactly("WRITER_SEQ 51 50");
        assertThat(next("writer_seq")).isEqualTo(51);

        rollback(compiled);
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 101 50");
        assertThat(next("author_seq")).isEqualTo(101);
    }

    @Test
    void aSequenceMovesWithItsTableToAnotherSchema() {
        String generator = "@jakarta.persistence.SequenceGenerator(name = \"g\", sequenceName = \"author_seq\","
                + " schema = \"app\") ";
        entity(
                "Author",
                "@jakarta.persistence.Table(schema = \"app\") @RenamedFrom(\"author\")",
                generator + NUMBERED.replace("GeneratedValue", "GeneratedValue(generator = \"g\")"));
        Compiled compiled = project.compile(
                "-Aturnstone.naming=spring", "-Aturnstone.targets=postgresql", "-Aturnstone.save=moved");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest())
                .containsExactly(
                        "change sequence author_seq to app.author_seq increment 50",
                        "rename table author to app.author");
    }

    @Test
    void whereThereAreNoSequencesATableHoldsTheNextNumber() throws SQLException {
        try (FreshDatabase sqlite = TestDatabases.SQLITE.fresh()) {
            Compiled first = project.compile("-Aturnstone.naming=spring", "-Aturnstone.targets=sqlite");
            assertThat(first.errors()).isEmpty();
            migrator(sqlite, first).apply();
            assertThat(nextValue(sqlite)).isEqualTo(1);

            String generator = "@jakarta.persistence.SequenceGenerator(name = \"g\", sequenceName = \"author_seq\","
                    + " allocationSize = 80) ";
            entity("Author", "", generator + NUMBERED.replace("GeneratedValue", "GeneratedValue(generator = \"g\")"));
            Compiled larger = migrate("larger_steps");
            migrator(sqlite, larger).apply();
            assertThat(nextValue(sqlite)).isEqualTo(81);
            migrator(sqlite, larger).rollback();
            assertThat(nextValue(sqlite)).isEqualTo(81);
        }
    }

    private static Migrator migrator(FreshDatabase database, Compiled compiled) {
        return Migrator.builder(database.dataSource()).sets(compiled.set()).build();
    }

    private static long nextValue(FreshDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT next_val FROM author_seq")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aCheckpointHoldsSequences() throws SQLException {
        entity("Author", "", NUMBERED + " String name;");
        migrate("add_name");
        Compiled squashed = compile("-Aturnstone.squash=0002_add_name");
        assertThat(squashed.errors()).isEmpty();
        Compiled pruned = compile("-Aturnstone.prune");
        assertThat(pruned.errors()).isEmpty();

        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Migrator.builder(database).sets(pruned.set()).build().apply();
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 1 50");
    }

    @Test
    void aSequenceThatCountsInOtherStepsGoesOnWhereItWas() throws SQLException {
        String generator = "@jakarta.persistence.SequenceGenerator(name = \"g\", sequenceName = \"author_seq\","
                + " allocationSize = 10) ";
        entity("Author", "", generator + NUMBERED.replace("GeneratedValue", "GeneratedValue(generator = \"g\")"));
        Compiled compiled = migrate("smaller_steps");
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 1 10");
        assertThat(next("author_seq")).isEqualTo(51);
        assertThat(next("author_seq")).isEqualTo(61);

        rollback(compiled);
        assertThat(sequences()).containsExactly("AUTHOR_SEQ 1 50");
    }
}
