package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.TestDatabase;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.servers.TestDatabases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DialectTest extends LiveDialectTest {

    H2DialectTest() {
        super(new H2Dialect(), "h2", TestDatabases.H2_MEMORY);
    }

    @Override
    List<OperationCase> ownCases() {
        return List.of(RowCases.own(
                "h2",
                "CREATE SEQUENCE numbers",
                "DROP SEQUENCE numbers",
                "CREATE INDEX ix_own ON post (title, stars)",
                "DROP INDEX ix_own",
                "CREATE ALIAS size_of FOR 'java.lang.Math.abs(int)'",
                "DROP ALIAS size_of",
                "CREATE TABLE app.\"My own\" (id INT)",
                "DROP TABLE app.\"My own\"",
                "MERGE INTO post (id, title) KEY (id) VALUES (7, 'new')",
                "GRANT SELECT ON post TO PUBLIC"));
    }

    @Override
    void empty() {
        live.execute("DROP ALL OBJECTS");
    }

    @Override
    List<String> catalogue() {
        List<String> lines = new ArrayList<>();
        lines.addAll(live.rows("SELECT 'table', TABLE_SCHEMA, TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES"
                + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"));
        lines.addAll(live.rows("SELECT 'column', TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE,"
                + " IS_IDENTITY, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE,"
                + " DATETIME_PRECISION, REMARKS FROM INFORMATION_SCHEMA.COLUMNS"
                + " WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'"));
        lines.addAll(live.rows("SELECT 'index', I.TABLE_SCHEMA, I.TABLE_NAME, I.INDEX_NAME, C.COLUMN_NAME,"
                + " C.ORDINAL_POSITION FROM INFORMATION_SCHEMA.INDEXES I JOIN INFORMATION_SCHEMA.INDEX_COLUMNS C"
                + " USING (INDEX_SCHEMA, INDEX_NAME) WHERE NOT I.IS_GENERATED"));
        // Constraints are taken from H2's own script: KEY_COLUMN_USAGE goes on showing the old name of a renamed
        // column.
        live.rows("SCRIPT NODATA").stream()
                .filter(line -> line.startsWith("ALTER TABLE"))
                .forEach(lines::add);
        Collections.sort(lines);
        return lines;
    }

    @Override
    Collection<String> reservedWords() throws ReflectiveOperationException {
        var field = Class.forName("org.h2.util.ParserUtil").getDeclaredField("KEYWORDS");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(null))
                .keySet().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_TO_UPPER=FALSE", "DATABASE_TO_LOWER=TRUE", "CASE_INSENSITIVE_IDENTIFIERS=TRUE"})
    void findsNamesHoweverTheDatabaseStoresThem(String setting) {
        TestDatabase other = TestDatabase.at("jdbc:h2:mem:" + setting + ";" + setting);
        CreateTable create = new CreateTable(Table.of(TableName.of("Post"), List.of(column("Id", bigint()))));
        Step step = Steps.of(dialect, Schema.EMPTY, create).get(0);
        assertThat(other.rows(step.doneQuery())).isEmpty();
        other.execute(step.sql());
        assertThat(other.rows(step.doneQuery())).isNotEmpty();
        other.execute("CREATE SCHEMA other", "SET SCHEMA other");
        assertThat(other.rows(step.doneQuery())).as("in another schema").isEmpty();
    }
}
