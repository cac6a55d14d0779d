package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.servers.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hibernate stores objects, the model changes, Turnstone migrates, and Hibernate finds them again and goes on. */
@Tag("hibernate")
class HibernateUseTest {

    private record Change(Model before, Model after) {}

    private static final Path FOLDER = Path.of("src/test/resources/hibernate");
    private static final Map<String, Change> CHANGES = new ConcurrentHashMap<>();

    @TempDir
    static Path folder;

    private static Change change(String naming) {
        return CHANGES.computeIfAbsent(naming, each -> {
            Model before = Model.of(folder.resolve(each), each, FOLDER.resolve("use1"));
            return new Change(before, before.changed("loyalty", folder.resolve(each + "2"), FOLDER.resolve("use2")));
        });
    }

    @ParameterizedTest
    @CsvSource({"H2_MEMORY, jpa", "POSTGRESQL, jpa", "MARIADB, jpa", "POSTGRESQL, spring"})
    void findsWhatItStoredBeforeTheChange(TestDatabases kind, String naming) throws SQLException {
        Change change = change(naming);
        try (LiveDatabase database = LiveDatabase.of(kind)) {
            database.migrate(change.before().compiled());
            use(change.before(), "model.Use", database);
            database.migrate(change.after().compiled());
            use(change.after(), "model.Use", database);
        }
    }

    /** Steps of sequences grow and shrink while an instance still has numbers from before. */
    @ParameterizedTest
    @CsvSource({"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void noNumberIsDrawnTwice(TestDatabases kind) throws SQLException {
        Change change = change("jpa");
        try (LiveDatabase database = LiveDatabase.of(kind)) {
            database.migrate(change.before().compiled());
            Hibernate old = change.before().hibernate();
            try (SessionFactory running = old.start(database.dataSource(), "validate")) {
                old.run("model.Draw", running);
                database.migrate(change.after().compiled());
                use(change.after(), "model.Draw", database);
                old.run("model.Draw", running);
                use(change.after(), "model.Draw", database);
                Long tickets =
                        running.fromSession(session -> session.createQuery("select count(*) from Ticket", Long.class)
                                .getSingleResult());
                assertThat(tickets).isEqualTo(28);
            }
        }
    }

    /** Starts with {@code validate}, and does in one transaction what a class of the model says. */
    private static void use(Model model, String task, LiveDatabase database) {
        Hibernate hibernate = model.hibernate();
        try (SessionFactory factory = hibernate.start(database.dataSource(), "validate")) {
            hibernate.run(task, factory);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void aChangedDatabaseIsTheOneOfANewStart(TestDatabases kind) throws SQLException {
        Model after = change("jpa").after();
        try (LiveDatabase migrated = LiveDatabase.of(kind);
                LiveDatabase created = LiveDatabase.of(kind)) {
            migrated.migrate(after.compiled());
            after.hibernate().create(created.dataSource());
            assertThat(Catalogue.differences(created.catalogue(), migrated.catalogue()))
                    .isEmpty();
        }
    }
}
