package dev.turnstone;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.PreconditionFailedException;
import dev.turnstone.migration.StatementFailedException;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special when SQLite is migrated: tables with rows are built anew, and nothing that hangs on them may be lost. */
class SqliteTest {

    private static final TableName POST = TableName.of("post");
    private static final TableName REMARK = TableName.of("remark");
    private static final Column ID = column("id", bigint()).asIdentity();
    private static final Column TITLE = column("title", varchar(20)).notNull();
    private static final Column STARS = column("stars", integer());
    private static final Column PARENT = column("parent", bigint());
    private static final ForeignKey TO_ITSELF =
            foreignKey("fk_post_parent", "parent", POST, "id").onDelete(ReferentialAction.CASCADE);
    private static final TestSet SET = TestSet.named("com.acme.blog")
            .with(
                    "0001_initial",
                    new CreateTable(Table.of(
                            POST,
                            List.of(
                                    ID,
                                    TITLE,
                                    STARS,
                                    PARENT,
                                    primaryKey("pk_post", "id"),
                                    TO_ITSELF,
                                    index("ix_stars", "stars")))),
                    new CreateTable(Table.of(
                            REMARK,
                            List.of(
                                    column("post", bigint()).notNull(),
                                    column("number", integer()).notNull(),
                                    column("text", varchar(40)),
                                    primaryKey("pk_remark", "post", "number"),
                                    foreignKey("fk_remark_post", "post", POST, "id")
                                            .onDelete(ReferentialAction.CASCADE)))));

    /** Needs the table to be built anew. */
    private static final Operation WIDER =
            new AlterColumn(POST, STARS, STARS.withType(bigint()).withDefault("0"));

    private static final String OTHERS = "SELECT name, sql FROM sqlite_schema WHERE name LIKE 'my%' ORDER BY name";

    private final FreshDatabase database = TestDatabases.SQLITE.fresh();

    /** The one that migrates, and is looked at. */
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = database.dataSource().getConnection();
        execute("PRAGMA foreign_keys = ON");
        apply(SET);
        execute(
                "INSERT INTO post (id, title, stars, parent) VALUES (1, 'a', 5, NULL), (2, 'b', NULL, 1), (9, 'c', 1, 9)",
                "DELETE FROM post WHERE id = 9",
                "INSERT INTO remark VALUES (1, 1, 'x'), (2, 1, 'y'), (2, 2, NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void saysThatThereAreNoSchemas() {
        Migrator migrator = Migrator.builder(PoolOfOne.lending(connection))
                .sets(SET)
                .schema("main")
                .build();
        assertThatThrownBy(migrator::introspect)
                .hasMessageContaining("leave Migrator.builder(dataSource).schema(...) away");
    }

    private void apply(TestSet set) {
        Migrator.builder(PoolOfOne.lending(connection)).sets(set).build().apply();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    private List<String> everything() throws SQLException {
        List<String> all = rows("SELECT name, sql FROM sqlite_schema ORDER BY name");
        all.addAll(rows("SELECT * FROM post ORDER BY id"));
        all.addAll(rows("SELECT * FROM remark ORDER BY 1, 2"));
        all.addAll(rows("SELECT * FROM sqlite_sequence"));
        all.addAll(rows("SELECT id, state FROM turnstone_history ORDER BY position"));
        return all;
    }

    @Test
    void keepsRowsKeysAndNumbersWhenATableIsBuiltAnew() throws SQLException {
        apply(SET.with("0002_wider", WIDER));
        assertThat(rows("SELECT id, title, stars, parent FROM post ORDER BY id"))
                .containsExactly("1|a|5|null", "2|b|null|1");
        assertThat(rows("SELECT * FROM remark ORDER BY 1, 2")).containsExactly("1|1|x", "2|1|y", "2|2|null");
        assertThat(rows("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('remark')"))
                .containsExactly("post|post|id");
        assertThat(rows("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('post')"))
                .containsExactly("post|parent|id");
        execute("INSERT INTO post (title) VALUES ('d')");
        assertThat(rows("SELECT MAX(id) FROM post"))
                .as("9 was given away before")
                .containsExactly("10");
        execute("DELETE FROM post WHERE id = 1");
        assertThat(rows("SELECT COUNT(*) FROM remark"))
                .as("what foreign keys take along")
                .containsExactly("0");
        assertThat(rows("SELECT name FROM sqlite_schema WHERE name LIKE 'turnstone_new%'"))
                .isEmpty();
    }

    @Test
    void keepsWhatIsNotOfTheSchema() throws SQLException {
        execute(
                "CREATE INDEX my_part ON post (title) WHERE stars > 0",
                "CREATE UNIQUE INDEX my_lower ON post (LOWER(title), id DESC)",
                "CREATE TRIGGER my_post AFTER UPDATE ON post BEGIN UPDATE remark SET text = NEW.title WHERE post = NEW.id; END",
                "CREATE TRIGGER my_remark AFTER INSERT ON remark BEGIN UPDATE post SET stars = 7 WHERE id = NEW.post; END",
                "CREATE VIEW my_view AS SELECT title, stars FROM post");
        List<String> before = rows(OTHERS);
        apply(SET.with("0002_wider", WIDER));
        assertThat(rows(OTHERS)).isEqualTo(before).hasSize(5);
        execute("INSERT INTO remark VALUES (1, 3, NULL)");
        assertThat(rows("SELECT * FROM my_view ORDER BY title")).containsExactly("a|7", "b|null");
        assertThat(rows("SELECT text FROM remark WHERE post = 1")).containsExactly("a", "a");
    }

    @Test
    void carriesRenamesIntoWhatIsNotOfTheSchema() throws SQLException {
        execute(
                "CREATE TRIGGER my_post AFTER UPDATE ON post BEGIN UPDATE remark SET text = NEW.title WHERE post = NEW.id; END",
                "CREATE VIEW my_view AS SELECT title FROM post");
        TableName entry = TableName.of("entry");
        apply(SET.with(
                "0002_rename",
                new RenameTable(POST, entry),
                new RenameColumn(entry, "id", "number"),
                new AlterColumn(entry, STARS, STARS.withDefault("0"))));
        assertThat(rows(OTHERS).toString()).contains("FROM \"entry\"", "ON \"entry\"", "NEW.number");
        assertThat(rows("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('remark')"))
                .containsExactly("entry|number");
        assertThat(rows("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('entry')"))
                .containsExactly("entry|number");
        execute("UPDATE entry SET title = 'n' WHERE number = 2");
        assertThat(rows("SELECT text FROM remark WHERE post = 2")).containsExactly("n", "n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW my_view AS SELECT stars FROM post",
                "CREATE INDEX my_part ON post (title) WHERE stars > 0",
                "CREATE TRIGGER my_post AFTER INSERT ON post BEGIN UPDATE remark SET text = NEW.stars; END"
            })
    void doesNotBreakWhatIsNotOfTheSchema(String other) throws SQLException {
        execute(other);
        List<String> before = everything();
        Operation index = new dev.turnstone.operation.DropIndex(POST, index("ix_stars", "stars"));
        Operation drop = new DropColumn(POST, STARS, null);
        Operation rebuild = new AddConstraint(POST, unique("uq_title", "title"));
        for (TestSet set : List.of(SET.with("0002_drop", index, drop), SET.with("0002_drop", index, drop, rebuild))) {
            assertThatThrownBy(() -> apply(set))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("stars");
            assertThat(everything()).isEqualTo(failed(before));
            execute("DELETE FROM turnstone_history WHERE id = '0002_drop'");
        }
    }

    private static List<String> failed(List<String> before) {
        List<String> all = new ArrayList<>(before);
        all.add("0002_drop|FAILED");
        return all;
    }

    @Test
    void loosesNoColumnThatItDoesNotKnow() throws SQLException {
        execute("ALTER TABLE post ADD COLUMN mine TEXT");
        assertThatThrownBy(() -> apply(SET.with("0002_drop", WIDER)))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("The table post has the column mine");
        assertThat(rows("SELECT mine FROM post")).hasSize(2);
    }

    @Test
    void dropsNoTableThatOthersReference() throws SQLException {
        execute("CREATE TABLE mine (post BIGINT, number INTEGER, FOREIGN KEY (post, number) REFERENCES remark)");
        List<String> before = everything();
        Table remark = ((CreateTable) SET.migration(0).upOperations().get(1)).table();
        assertThatThrownBy(() -> apply(SET.with("0002_drop", new DropTable(remark))))
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("The table mine still references remark");
        assertThat(everything()).isEqualTo(failed(before));
    }

    @Test
    void checksTheRowsUnderANewForeignKey() throws SQLException {
        execute("PRAGMA foreign_keys = OFF", "UPDATE post SET parent = 77 WHERE id = 2");
        apply(SET.with("0002_wider", WIDER));
        assertThat(rows("SELECT parent FROM post"))
                .as("what was wrong before is left alone")
                .contains("77");
        TestSet set = SET.with("0002_wider", WIDER)
                .with("0003_key", new AddConstraint(POST, foreignKey("fk_post_again", "parent", POST, "id")));
        assertThatThrownBy(() -> apply(set))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining("77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON", "OFF"})
    void leavesTheSessionAsItWas(String setting) throws SQLException {
        execute(
                "PRAGMA foreign_keys = " + setting,
                "PRAGMA legacy_alter_table = " + setting,
                "PRAGMA busy_timeout = 1234");
        String expected = setting.equals("ON") ? "1" : "0";
        apply(SET.with("0002_wider", WIDER));
        assertThatThrownBy(() -> apply(SET.with("0002_wider", WIDER)
                        .with(
                                "0003_bad",
                                new RenameColumn(POST, "title", "name"),
                                new AddColumn(
                                        POST,
                                        column("x", varchar(9)).notNull(),
                                        new dev.turnstone.schema.DefaultValue.Sql("title")),
                                new RunSql("bad", List.of(new RunSql.Text("", List.of("NONSENSE"), List.of()))))))
                .isInstanceOf(StatementFailedException.class);
        assertThat(rows("PRAGMA foreign_keys")).containsExactly(expected);
        assertThat(rows("PRAGMA legacy_alter_table")).containsExactly(expected);
        assertThat(rows("PRAGMA busy_timeout")).containsExactly("1234");
        assertThat(rows("SELECT title FROM post")).containsExactly("a", "b");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void showsTheExpressionThatTheDatabaseDoesNotUnderstand() {
        assertThatThrownBy(() -> apply(SET.with(
                        "0002_bad",
                        new AddColumn(
                                POST,
                                column("x", varchar(9)).notNull(),
                                new dev.turnstone.schema.DefaultValue.Sql("nonsense(title)")))))
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageContaining("0002_bad")
                .hasMessageContaining("nonsense(title)");
    }

    @Test
    void fillsFromATableThatGoes() throws SQLException {
        Table remark = ((CreateTable) SET.migration(0).upOperations().get(1)).table();
        apply(SET.with(
                "0002_inline",
                new AddColumn(
                        POST,
                        column("remarks", integer()).notNull(),
                        new dev.turnstone.schema.DefaultValue.Sql(
                                "(SELECT COUNT(*) FROM remark r WHERE r.post = post.id)")),
                new DropTable(remark)));
        assertThat(rows("SELECT id, remarks FROM post")).containsExactly("1|1", "2|2");
    }

    @Test
    void aNewColumnTakesTheNameOfOneThatGoes() throws SQLException {
        apply(SET.with(
                "0002_takeover",
                new dev.turnstone.operation.DropIndex(POST, index("ix_stars", "stars")),
                new DropColumn(POST, STARS, null),
                new RenameColumn(POST, "title", "stars"),
                new AddColumn(POST, column("title", varchar(5)).notNull(), literal("new")),
                new AddIndex(POST, index("ix_stars", "stars", "title"))));
        assertThat(rows("SELECT id, stars, title FROM post")).containsExactly("1|a|new", "2|b|new");
    }

    /** In rollback mode nobody can even read while a big change is being written. */
    @Test
    void waitsForAFileThatIsLocked() throws Exception {
        execute("PRAGMA busy_timeout = 10");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            Future<?> run = thread.submit(() -> apply(SET.with("0002_wider", WIDER)));
            Thread.sleep(4_000);
            assertThat(run.isDone()).isFalse();
            statement.execute("COMMIT");
            run.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(rows("SELECT id FROM turnstone_history ORDER BY position")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void eachMigrationRunsOnceHoweverManyStart(String journal) throws Exception {
        execute("PRAGMA journal_mode = " + journal);
        TestSet set = SET;
        for (int i = 2; i < 12; i++) {
            set = set.with(
                    "00%02d_more".formatted(i),
                    new AddColumn(POST, column("c" + i, integer()).notNull(), literal("1")),
                    new AddColumn(REMARK, column("c" + i, integer()), null));
        }
        TestSet all = set;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<Integer> run = () -> Migrator.builder(database.dataSource())
                        .sets(all)
                        .build()
                        .apply()
                        .applied()
                        .size();
                runs.add(threads.submit(run));
            }
            int applied = 0;
            for (Future<Integer> run : runs) {
                applied += run.get();
            }
            assertThat(applied).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows("SELECT COUNT(*), MIN(state), MAX(state) FROM turnstone_history"))
                .containsExactly("11|APPLIED|APPLIED");
        assertThat(rows("SELECT token FROM turnstone_history_lock")).containsExactly("null");
        assertThat(rows("SELECT COUNT(*), SUM(c11) FROM post")).containsExactly("2|2");
    }
}
