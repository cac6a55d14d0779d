package dev.turnstone;

import static dev.turnstone.schema.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.turnstone.migration.BaselineRefusedException;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationPrunedException;
import dev.turnstone.migration.MigrationReport;
import dev.turnstone.migration.MigrationReport.Executed;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that was made without Turnstone. */
class BaselineTest {

    private static final TableName OWNER = table("owner");

    private static final TestSet CLINIC = TestSet.named("clinic")
            .with(
                    "0001_initial",
                    new CreateTable(Table.of(
                            OWNER,
                            List.of(
                                    column("id", bigint()).asIdentity(),
                                    column("name", varchar(40)).notNull().withDefault("it's"),
                                    column("kind", varchar(10)),
                                    comment("who pays"),
                                    primaryKey("pk_owner", "id"),
                                    unique("uk_owner", "name", "kind"),
                                    oneOf("ck_kind", "kind", "NEW", "OLD"),
                                    check("ck_name", "name <> 'x'"),
                                    index("ix_kind", "kind")))),
                    new CreateTable(Table.of(
                            table("pet"),
                            List.of(
                                    column("id", bigint()).notNull(),
                                    column("owner_id", bigint()),
                                    primaryKey("pk_pet", "id"),
                                    foreignKey("fk_pet_owner", List.of("owner_id"), OWNER, List.of("id"))
                                            .onDelete(ReferentialAction.SET_NULL)))))
            .with(
                    "0002_kinds",
                    new CreateTable(Table.of(
                            table("kinds"),
                            List.of(
                                    column("id", bigint()).notNull(),
                                    column("a", bool()).notNull().withDefault("true"),
                                    column("b", tinyint()),
                                    column("c", smallint()),
                                    column("d", integer()).withDefault("-1"),
                                    column("e", real()),
                                    column("f", doublePrecision()),
                                    column("g", decimal(10, 2)).withDefault("1.50"),
                                    column("h", character(5)),
                                    column("i", text()),
                                    column("j", varbinary(16)),
                                    column("k", blob()),
                                    column("l", date()).withDefault("2020-01-31"),
                                    column("m", time(0)),
                                    column("n", timestamp(6)).withDefaultSql("CURRENT_TIMESTAMP"),
                                    column("o", timestampWithTimeZone(3)),
                                    column("p", uuid()),
                                    column("q", verbatim("int")),
                                    primaryKey("pk_kinds", "id")))))
            .with("0003_email", new AddColumn(OWNER, column("email", varchar(80)), null));

    private static Migrator migrator(FreshDatabase database, TestSet set) {
        return Migrator.builder(database.dataSource()).sets(set).build();
    }

    private static void forget(FreshDatabase database) throws SQLException {
        database.execute("DROP TABLE turnstone_history", "DROP TABLE turnstone_history_lock");
    }

    private static List<Difference> differences(FreshDatabase database, String id) {
        return catchThrowableOfType(
                        BaselineRefusedException.class,
                        () -> migrator(database, CLINIC).baseline(id))
                .differences();
    }

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void takesOverWhatTheMigrationsWouldHaveMade(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            migrator(database, CLINIC.first(2)).apply();
            forget(database);
            database.execute("CREATE TABLE elsewhere (id INT)", "ALTER TABLE pet ADD COLUMN nick VARCHAR(9)");
            Migrator migrator = migrator(database, CLINIC);

            assertThat(migrator.baseline("0002_kinds").applied())
                    .extracting(Executed::id, Executed::statements)
                    .containsExactly(tuple("0002_kinds", 0));
            assertThat(migrator.baseline("0002_kinds").applied()).isEmpty();
            assertThat(migrator.status())
                    .extracting(status -> status.id() + " " + status.state())
                    .containsExactly("0001_initial APPLIED", "0002_kinds APPLIED", "0003_email PENDING");
            assertThatThrownBy(migrator::rollback)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("0002_kinds of clinic cannot be taken back")
                    .hasMessageContaining("baseline()");

            assertThat(migrator.apply().applied()).extracting(Executed::id).containsExactly("0003_email");
            assertThat(migrator.rollback().rolledBack())
                    .extracting(Executed::id)
                    .containsExactly("0003_email");
        }
    }

    /** A process that is killed in between leaves a history without rows. */
    @Test
    void beginsAgainWhereItWasKilled() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, CLINIC.first(2)).apply();
            database.execute("DELETE FROM turnstone_history");
            assertThat(migrator(database, CLINIC).baseline("0002_kinds").applied())
                    .hasSize(1);
            assertThat(migrator(database, CLINIC).apply().applied()).hasSize(1);
        }
    }

    /** A catalogue does not tell which names are quoted in the source. */
    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void takesOverWhatIsInQuotes(TestDatabases kind) throws SQLException {
        TableName order = table("\"Order\"");
        TestSet set = TestSet.named("shop")
                .with(
                        "0001_initial",
                        new CreateTable(Table.of(
                                order,
                                List.of(
                                        column("\"Id\"", bigint()).notNull(),
                                        column("\"state$\"", varchar(4)),
                                        primaryKey("pk_order", "\"Id\""),
                                        oneOf("\"ck$\"", "\"state$\"", "NEW", "OLD"),
                                        index("\"ix$\"", "\"state$\"")))),
                        new CreateTable(Table.of(
                                table("item"),
                                List.of(
                                        column("id", bigint()).notNull(),
                                        primaryKey("pk_item", "id"),
                                        foreignKey("fk_item", List.of("id"), order, List.of("\"Id\""))))));
        try (FreshDatabase database = kind.fresh()) {
            migrator(database, set).apply();
            forget(database);
            assertThat(migrator(database, set).baseline("0001_initial").applied())
                    .hasSize(1);
        }
    }

    /** A name in quotes has its letter case. */
    @Test
    void whatIsInQuotesInTheSourceIsNotThereWithoutThem() throws SQLException {
        TestSet set = TestSet.named("shop")
                .with("0001_initial", List.of(create(table("\"owner\"")), create(table("pet"))), List.of());
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            database.execute(
                    "CREATE TABLE owner (id INT NOT NULL)",
                    "CREATE TABLE pet (id INT NOT NULL, CONSTRAINT pk_pet PRIMARY KEY (id))");
            assertThatThrownBy(() -> migrator(database, set).baseline("0001_initial"))
                    .isInstanceOf(BaselineRefusedException.class)
                    .hasMessageContaining("There is no table \"owner\".");
        }
    }

    /** The statements that it shows make the database one that it takes over. */
    @ParameterizedTest
    @EnumSource(value = TestDatabases.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void showsWhatIsMissingAndHowToMendIt(TestDatabases kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            boolean maria = kind == TestDatabases.MARIADB;
            database.execute(
                    maria
                            ? "CREATE TABLE owner (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), kind VARCHAR(10),"
                                    + " CONSTRAINT other UNIQUE (kind, name), CONSTRAINT ck_name CHECK (name <> 'x'))"
                            : "CREATE TABLE owner (id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name VARCHAR(20),"
                                    + " kind VARCHAR(10), CONSTRAINT other UNIQUE (kind, name),"
                                    + " CONSTRAINT ck_name CHECK (name <> 'x'))",
                    "CREATE TABLE pet (id BIGINT NOT NULL, CONSTRAINT pk_pet PRIMARY KEY (id))");

            List<Difference> differences = differences(database, "0001_initial");
            assertThat(differences)
                    .extracting(difference -> difference
                            .text()
                            .replaceFirst("called .*", "called ...")
                            .toLowerCase(Locale.ROOT))
                    .containsExactlyInAnyOrderElementsOf(expected(maria));
            assertThat(migrator(database, CLINIC).status())
                    .extracting(status -> status.state().name())
                    .containsOnly("PENDING");

            for (Difference difference : differences) {
                database.execute(difference.statements().toArray(String[]::new));
            }
            assertThat(migrator(database, CLINIC).baseline("0001_initial").applied())
                    .hasSize(1);
        }
    }

    private static List<String> expected(boolean maria) {
        List<String> common = List.of(
                "in owner, name is varchar(20), not varchar(40) not null with a default.",
                "in owner, uk_owner is called ...",
                "in owner, there is no ck_kind as it should be.",
                "in owner, there is no ix_kind as it should be.",
                "in pet, there is no column owner_id.",
                "in pet, there is no fk_pet_owner as it should be.");
        // Its primary keys have no names.
        return maria
                ? common
                : Stream.concat(common.stream(), Stream.of("in owner, pk_owner is called ..."))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ALTER TABLE owner ALTER COLUMN name DROP NOT NULL      | name is varchar(40) with a default, not
                    ALTER TABLE owner ALTER COLUMN name VARCHAR(41) DEFAULT 'it''s' NOT NULL | name is varchar(41) not null
                    ALTER TABLE owner ALTER COLUMN name DROP DEFAULT       | name is varchar(40) not null, not
                    ALTER TABLE owner ALTER COLUMN name SET DEFAULT 'else' | name is varchar(40) not null with a default, not
                    ALTER TABLE kinds ALTER COLUMN d SET DEFAULT -2        | d is integer with a default, not
                    ALTER TABLE owner ALTER COLUMN id DROP IDENTITY        | id is bigint not null, not bigint not null identity
                    ALTER TABLE owner DROP COLUMN email                    | there is no column email
                    ALTER TABLE owner DROP CONSTRAINT uk_owner             | there is no uk_owner
                    ALTER TABLE owner DROP CONSTRAINT ck_name              | there is no ck_name
                    ALTER TABLE owner DROP CONSTRAINT ck_kind; ALTER TABLE owner ADD CONSTRAINT ck_kind CHECK (kind IN ('NEW')) | there is no ck_kind
                    ALTER TABLE kinds DROP CONSTRAINT pk_kinds; ALTER TABLE kinds ADD CONSTRAINT other PRIMARY KEY (id, a) | there is no pk_kinds
                    ALTER TABLE pet DROP CONSTRAINT fk_pet_owner; ALTER TABLE pet ADD CONSTRAINT fk_pet_owner FOREIGN KEY (owner_id) REFERENCES owner ON DELETE CASCADE | there is no fk_pet_owner
                    ALTER TABLE pet DROP CONSTRAINT fk_pet_owner; ALTER TABLE pet ADD CONSTRAINT other FOREIGN KEY (owner_id) REFERENCES owner ON DELETE CASCADE | there is no fk_pet_owner
                    DROP INDEX ix_kind; CREATE INDEX ix_kind ON owner (name) | there is no ix_kind
                    ALTER INDEX ix_kind RENAME TO ix_other                 | ix_kind is called IX_OTHER
                    """)
    void eachDifferenceIsSeenAlone(String change, String text) throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, CLINIC).apply();
            forget(database);
            database.execute(change.split("; ", -1));

            List<Difference> differences = differences(database, "0003_email");
            assertThat(differences)
                    .singleElement()
                    .extracting(Difference::text)
                    .asString()
                    .contains(text);
            database.execute(differences.get(0).statements().toArray(String[]::new));
            Migrator migrator = migrator(database, CLINIC);
            assertThat(migrator.baseline("0003_email").applied()).hasSize(1);
            assertThat(migrator.introspect().schema().tables())
                    .flatExtracting(Table::foreignKeys)
                    .hasSize(1);
        }
    }

    @Test
    void sqliteShowsWhatIsMissingAndNoTableMadeAnew() throws SQLException {
        try (FreshDatabase database = TestDatabases.SQLITE.fresh()) {
            database.execute(
                    "CREATE TABLE owner (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(20), kind VARCHAR(10))",
                    "CREATE TABLE pet (id BIGINT NOT NULL, owner_id BIGINT, PRIMARY KEY (id))");
            List<Difference> differences = differences(database, "0001_initial");
            assertThat(differences)
                    .extracting(Difference::text)
                    .containsExactly(
                            "In owner, name is varchar(20), not varchar(40) not null with a default.",
                            "In owner, there is no ck_kind as it should be.",
                            "In owner, there is no ck_name as it should be.",
                            "In owner, there is no uk_owner as it should be.",
                            "In owner, there is no ix_kind as it should be.",
                            "In pet, there is no fk_pet_owner as it should be.");
            // All others need a new table, and to drop the old one by hand would delete the rows that refer to it.
            assertThat(differences)
                    .flatExtracting(Difference::statements)
                    .containsExactly("CREATE INDEX ix_kind ON owner (kind)");
        }
    }

    @Test
    void aTableThatIsMissingIsCreatedByTheStatementThatIsShown() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, CLINIC).apply();
            forget(database);
            database.execute("DROP TABLE pet");
            assertThatThrownBy(() -> migrator(database, CLINIC).baseline("0003_email"))
                    .hasMessage("""
                            The database is not as 0003_email of clinic leaves it, so nothing was recorded:
                            There is no table pet.
                              CREATE TABLE pet (
                                  id BIGINT NOT NULL,
                                  owner_id BIGINT,
                                  CONSTRAINT pk_pet PRIMARY KEY (id),
                                  CONSTRAINT fk_pet_owner FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE SET NULL
                              );
                            Where the entities are right, let the statements run, after a look at the rows. Where the database is right, change the entities and amend the migration. Then call baseline("0003_email") again.""");
        }
    }

    @Test
    void anEmptyDatabaseIsLeftToApply() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            Migrator migrator = migrator(database, CLINIC);
            assertThat(migrator.baseline("0002_kinds").applied()).isEmpty();
            assertThat(migrator.apply().applied()).hasSize(3);
            assertThat(migrator.baseline("0002_kinds").applied()).isEmpty();
        }
    }

    @Test
    void looksAtTheTablesOfOneSchema() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            database.execute(
                    "CREATE SCHEMA audit",
                    "CREATE TABLE audit.entry (id INT)",
                    "CREATE TABLE owner (id INT, CONSTRAINT pk_owner PRIMARY KEY (id))");
            TestSet set = TestSet.named("clinic")
                    .with("0001_initial", List.of(create(OWNER), create(new TableName("audit", "entry"))), List.of());

            Migrator ofAudit = Migrator.builder(database.dataSource())
                    .sets(set)
                    .schema("audit")
                    .build();
            assertThatThrownBy(() -> ofAudit.baseline("0001_initial"))
                    .isInstanceOf(BaselineRefusedException.class)
                    .hasMessageContaining("In audit.entry, id is integer, not integer not null.");
            assertThat(migrator(database, set).baseline("0001_initial").applied())
                    .hasSize(1);
        }
    }

    private static Operation create(TableName name) {
        return new CreateTable(Table.of(
                name, List.of(column("id", integer()).notNull(), primaryKey("pk_" + name.name(), "id"))));
    }

    @Test
    void aCheckpointStandsForWhatItReplaces() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, Blog.SET.first(2)).apply();
            forget(database);
            TestSet pruned = Blog.SET.withCheckpoint("0002_checkpoint", 2, 2, Blog.CREATE, Blog.ADD_EMAIL);

            assertThat(migrator(database, pruned).baseline("0002_add_email").applied())
                    .hasSize(1);
            assertThat(migrator(database, pruned).apply().applied())
                    .extracting(Executed::id)
                    .containsExactly("0003_rename_name");
        }
    }

    @Test
    void whatIsPrunedCannotBeCompared() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, Blog.SET.first(1)).apply();
            forget(database);
            TestSet pruned = Blog.SET.withCheckpoint("0002_checkpoint", 2, 2, Blog.CREATE, Blog.ADD_EMAIL);

            assertThatThrownBy(() -> migrator(database, pruned).baseline("0001_initial"))
                    .isInstanceOf(MigrationPrunedException.class)
                    .hasMessageContaining("what 0001_initial leaves cannot be compared")
                    .hasMessageContaining("call baseline(\"0002_add_email\")")
                    .hasMessageNotContaining("pending");
        }
    }

    /** The line of code that took the old database over stays, and meets new databases too. */
    @Test
    void aNewDatabaseIsLeftToApplyAlsoWhereThePlaceIsPruned() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            TestSet pruned = Blog.SET.withCheckpoint("0002_checkpoint", 2, 2, Blog.CREATE, Blog.ADD_EMAIL);
            Migrator migrator = migrator(database, pruned);

            assertThat(migrator.baseline("0001_initial").applied()).isEmpty();
            assertThat(migrator.apply().applied()).hasSize(2);
        }
    }

    @Test
    void betweenWhatIsPrunedAndTheCheckpointItLooksBackFromThere() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            migrator(database, Blog.SET.first(1)).apply();
            forget(database);
            TestSet pruned = Blog.SET.withCheckpoint("0002_checkpoint", 2, 1, Blog.CREATE, Blog.ADD_EMAIL);

            assertThat(migrator(database, pruned).baseline("0001_initial").applied())
                    .hasSize(1);
            assertThat(migrator(database, pruned).apply().applied())
                    .extracting(Executed::id)
                    .containsExactly("0002_add_email", "0003_rename_name");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void ofSeveralAtOnceOneRecordsIt(TestDatabases kind) throws Exception {
        try (FreshDatabase database = kind.fresh()) {
            migrator(database, CLINIC).apply();
            forget(database);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                Callable<MigrationReport> call =
                        () -> migrator(database, CLINIC).baseline("0003_email");
                int recorded = 0;
                for (Future<MigrationReport> report : threads.invokeAll(Collections.nCopies(4, call))) {
                    recorded += report.get().applied().size();
                }
                assertThat(recorded).isEqualTo(1);
            } finally {
                threads.shutdown();
            }
        }
    }

    /** Catalogues tell some defaults in other words than they were made with. */
    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void aDefaultIsTheSameInOtherWords(TestDatabases kind) throws SQLException {
        TestSet set = TestSet.named("clinic")
                .with(
                        "0001_initial",
                        new CreateTable(Table.of(
                                OWNER,
                                List.of(
                                        column("id", bigint()).notNull().withDefault("007"),
                                        column("a", decimal(10, 2)).withDefault("0"),
                                        column("b", doublePrecision()).withDefault("1.50"),
                                        column("c", real()).withDefault("0.1234567890"),
                                        column("d", timestamp(6)).withDefault("2020-01-31 12:00:00"),
                                        column("e", timestampWithTimeZone(6)).withDefault("2020-01-31 12:00:00+00:00"),
                                        column("f", time(3)).withDefault("12:00:00"),
                                        column("g", date()).withDefault("2020-01-31"),
                                        column("h", bool()).withDefault("TRUE"),
                                        column("i", uuid()).withDefault("0E37DF36-F698-11E6-8DD4-CB9CED3DF976"),
                                        column("j", character(4)).withDefault("ab"),
                                        primaryKey("pk_owner", "id")))));
        try (FreshDatabase database = kind.fresh()) {
            migrator(database, set).apply();
            forget(database);
            assertThat(migrator(database, set).baseline("0001_initial").applied())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POSTGRESQL | public
                    H2_MEMORY  | PUBLIC
                    MARIADB    | ''
                    SQLITE     | main
                    """)
    void theCurrentSchemaMayBeNamed(TestDatabases kind, String schema) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE owner (id INT)");
            TestSet set = TestSet.named("clinic")
                    .with(
                            "0001_initial",
                            List.of(create(new TableName(current(database, schema), "owner"))),
                            List.of());

            assertThatThrownBy(() -> migrator(database, set).baseline("0001_initial"))
                    .isInstanceOf(BaselineRefusedException.class)
                    .hasMessageContaining("owner, id is ")
                    .hasMessageContaining(", not integer not null.");
        }
    }

    private static String current(FreshDatabase database, String schema) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return schema.isEmpty() ? connection.getCatalog() : schema;
        }
    }

    @Test
    void refusesWhereAllTablesAreElsewhere() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            database.execute("CREATE SCHEMA audit", "CREATE TABLE audit.entry (id INT)");
            TestSet set = TestSet.named("clinic")
                    .with("0001_initial", List.of(create(new TableName("audit", "entry"))), List.of());

            assertThatThrownBy(() -> migrator(database, set).baseline("0001_initial"))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("looks at the schema PUBLIC, and no table of 0001_initial of clinic is in it")
                    .hasMessageContaining("schema(\"audit\")");
        }
    }

    @Test
    void aForeignKeyToATableOfTheSameNameElsewhereIsAnother() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            TestSet set = TestSet.named("clinic")
                    .with(
                            "0001_initial",
                            create(OWNER),
                            new CreateTable(Table.of(
                                    table("pet"),
                                    List.of(
                                            column("id", integer()).notNull(),
                                            primaryKey("pk_pet", "id"),
                                            foreignKey("fk_pet", "id", table("public", "owner"), "id")))));
            migrator(database, set).apply();
            forget(database);
            database.execute(
                    "CREATE SCHEMA audit",
                    "CREATE TABLE audit.owner (id INT PRIMARY KEY)",
                    "ALTER TABLE pet DROP CONSTRAINT fk_pet",
                    "ALTER TABLE pet ADD CONSTRAINT fk_pet FOREIGN KEY (id) REFERENCES audit.owner");

            assertThatThrownBy(() -> migrator(database, set).baseline("0001_initial"))
                    .isInstanceOf(BaselineRefusedException.class)
                    .hasMessageContaining("In pet, there is no fk_pet");
            database.execute(
                    "ALTER TABLE pet DROP CONSTRAINT fk_pet",
                    "ALTER TABLE pet ADD CONSTRAINT fk_pet FOREIGN KEY (id) REFERENCES owner");
            assertThat(migrator(database, set).baseline("0001_initial").applied())
                    .hasSize(1);
        }
    }

    @Test
    void whatIsOfAnotherSetIsTakenBackFirst() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2_MEMORY.fresh()) {
            TestSet pets = TestSet.named("pets").with("0001_pets", create(table("pet")));
            migrator(database, pets).apply();
            forget(database);
            Migrator both = Migrator.builder(database.dataSource())
                    .sets(Blog.SET.first(1), pets)
                    .build();
            migrator(database, Blog.SET.first(1)).apply();
            assertThat(both.baseline("0001_pets").applied()).hasSize(1);

            assertThat(both.rollback().rolledBack()).extracting(Executed::set).containsExactly(Blog.NAME);
        }
    }

    @Test
    void waitsForASessionThatReadsTheHistory() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh()) {
            migrator(database, CLINIC).apply();
            database.execute("DELETE FROM turnstone_history");
            try (Connection reader = database.dataSource().getConnection();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("LOCK TABLE turnstone_history IN SHARE MODE");
                Migrator migrator = Migrator.builder(database.dataSource())
                        .sets(CLINIC)
                        .tableLock(Duration.ofMillis(1), Duration.ofSeconds(30))
                        .build();
                Future<MigrationReport> report = thread.submit(() -> migrator.baseline("0003_email"));
                assertThatThrownBy(() -> report.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                reader.rollback();
                assertThat(report.get().applied()).hasSize(1);
            }
        } finally {
            thread.shutdown();
        }
    }
}
