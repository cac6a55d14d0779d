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
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primitive attribute that a subclass gets while its rows lie in the table of its root. */
class JpaSubclassTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void haveRows() throws SQLException {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        project = new TestProject(folder);
        project.source(
                "com.acme.Animal",
                "@jakarta.persistence.Entity public class Animal { @jakarta.persistence.Id long id; }");
        cat("int lives;");
        Migrator.builder(database)
                .sets(compile("-Aturnstone.save=initial").set())
                .build()
                .apply();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO animal (id, dtype, lives) VALUES (1, 'Cat', 9)");
        }
    }

    private void cat(String members) {
        project.source("com.acme.Cat", """
                @jakarta.persistence.Entity
                public class Cat extends Animal {
                    %s
                }""".formatted(members));
    }

    private Compiled compile(String... option) {
        String naming = "-Aturnstone.naming=spring";
        return option.length == 0 ? project.compile(naming) : project.compile(naming, option[0]);
    }

    @Test
    void needsAValueForTheRowsOfTheSubclass() {
        cat("int lives;\nint age;");
        Compiled compiled = compile();
        assertThat(compiled.errorTags()).containsExactly("TS-NOTNULL-ADD");
        assertThat(compiled.errors().get(0).line()).isEqualTo("int age;");
        assertThat(compiled.errors().get(0).text()).contains("ColumnDefault(\"0\")");
    }

    @Test
    void needsNoneIfTheSubclassIsNew() {
        project.source(
                "com.acme.Dog",
                "@jakarta.persistence.Entity public class Dog extends Animal { int age; @jakarta.persistence.ManyToOne(optional ="
                        + " false) Animal friend; }");
        assertThat(compile().errors()).isEmpty();
    }

    /** With numbers the list of entities is a check of another form. */
    @Test
    void isFoundByItsNumber() {
        String root = """
                @jakarta.persistence.Entity @jakarta.persistence.DiscriminatorValue("1")
                @jakarta.persistence.DiscriminatorColumn(discriminatorType = jakarta.persistence.DiscriminatorType.INTEGER)
                public class Plant { @jakarta.persistence.Id long id; }""";
        String child = """
                @jakarta.persistence.Entity @jakarta.persistence.DiscriminatorValue("-%s")
                public class %s extends Plant { %s }""";
        project.source("com.acme.Plant", root).source("com.acme.Tree", child.formatted("2", "Tree", ""));
        compile("-Aturnstone.save=plants");
        project.source("com.acme.Tree", child.formatted("2", "Tree", "int rings;"))
                .source("com.acme.Bush", child.formatted("22", "Bush", "int berries;"));
        Compiled compiled = compile();
        assertThat(compiled.errorTags()).containsExactly("TS-NOTNULL-ADD");
        assertThat(compiled.errors().get(0).text()).contains("in those with dtype = -2");
    }

    @Test
    void isToldApartFromAColumnThatNeedsNone() {
        cat(
                "int lives;\n@org.hibernate.annotations.Check(constraints = \"age is null and lives > 0 or age is not null\") Integer age;");
        assertThat(compile().errors()).isEmpty();
    }

    @Test
    void needsARelationThatIsOptional() {
        cat("int lives;\n@jakarta.persistence.ManyToOne(optional = false) Animal friend;");
        Compiled compiled = compile();
        assertThat(compiled.errorTags()).containsExactly("TS-NOTNULL-ADD");
        assertThat(compiled.errors().get(0).text()).contains("optional = true").doesNotContain("ColumnDefault");
        cat("int lives;\n@jakarta.persistence.ManyToOne(optional = true) Animal friend;");
        assertThat(compile().errors()).isEmpty();
    }

    @Test
    void mayBeAWrapper() {
        cat("int lives;\nInteger age;");
        assertThat(compile().errors()).isEmpty();
    }

    @Test
    void theProposedDefaultReachesTheRows() throws SQLException {
        cat("int lives;\n@org.hibernate.annotations.ColumnDefault(\"0\") int age;");
        Compiled compiled = compile("-Aturnstone.save=add_age");
        assertThat(compiled.errors()).isEmpty();
        Migrator.builder(database).sets(compiled.set()).build().apply();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT age FROM animal")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
            assertThat(rows.wasNull()).isFalse();
        }
    }
}
