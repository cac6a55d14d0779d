package dev.turnstone.processor.testing;

import static net.jqwik.api.Combinators.combine;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Operations of every kind with the worst of names. They need not fit any schema: only their form is in question. */
public final class RandomOperations {

    /** What has ended a literal, a comment, a tag or a line somewhere before. */
    public static final List<String> NASTY = List.of(
            "user",
            "order",
            "a\"b",
            "it's",
            "back\\slash",
            "\\",
            "\\\\u0022",
            "\\u0022 + System.exit(1) + \\u0022",
            "\\u002a/ int x; /*",
            "*/",
            "/**",
            "{@code x",
            "{@link String}",
            "@author me",
            "\n@return x",
            "<b>",
            "</pre>",
            "&lt;",
            "line\nbreak",
            "carriage\r\nreturn",
            "tab\there",
            "\u0000\u0001\u001f\u007f\u0085",
            "\u2028\u2029",
            "\u202eleft",
            "\ufeff",
            "\uffff",
            "\u00fcber",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "<<<<<<< HEAD",
            "$L $S $T $$ $W",
            "%s",
            "a.b",
            "{\"op\": 1}",
            "x".repeat(200));

    private RandomOperations() {}

    /** One operation. */
    public static Arbitrary<Operation> operation() {
        return Arbitraries.oneOf(
                table().map(CreateTable::new),
                table().map(DropTable::new),
                combine(tableName(), tableName()).as(RenameTable::new),
                combine(tableName(), text(), text()).as(AlterTableComment::new),
                combine(tableName(), column(), value()).as(AddColumn::new),
                combine(tableName(), column(), value()).as(DropColumn::new),
                combine(tableName(), name(), name()).as(RenameColumn::new),
                combine(tableName(), column(), column(), conversion(), conversion())
                        .as((table, from, to, rows, back) ->
                                new AlterColumn(table, from, to.withName(from.name()), rows, back)),
                combine(tableName(), constraint()).as(AddConstraint::new),
                combine(tableName(), constraint()).as(DropConstraint::new),
                combine(tableName(), name(), name()).as(RenameConstraint::new),
                combine(tableName(), index()).as(AddIndex::new),
                combine(tableName(), index()).as(DropIndex::new),
                combine(tableName(), name(), name()).as(RenameIndex::new),
                combine(name(), sqlText().list().ofMaxSize(3)).as(RunSql::new),
                combine(name(), Arbitraries.of(true, false), Arbitraries.of(true, false))
                        .as(RunData::new),
                combine(sequence().injectNull(0.3), sequence()).as(ChangeSequence::new));
    }

    private static Arbitrary<Sequence> sequence() {
        return combine(
                        tableName(),
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(1, 99))
                .as(Sequence::new);
    }

    private static Arbitrary<Conversion> conversion() {
        return combine(value(), text()).as(Conversion::new);
    }

    private static Arbitrary<RunSql.Text> sqlText() {
        Arbitrary<List<String>> statements = name().list().ofMaxSize(2);
        return combine(Arbitraries.of("", "h2", "postgresql"), statements, statements)
                .as(RunSql.Text::new);
    }

    /** A few operations. */
    public static Arbitrary<List<Operation>> operations() {
        return operation().list().ofMinSize(1).ofMaxSize(6);
    }

    /** Any text. */
    public static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(NASTY),
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.strings().alpha().ofMaxLength(12));
    }

    private static Arbitrary<String> name() {
        return text().filter(text -> !text.isBlank());
    }

    private static Arbitrary<TableName> tableName() {
        return Arbitraries.oneOf(
                name().map(TableName::of), combine(name(), name()).as(TableName::new));
    }

    private static Arbitrary<DefaultValue> value() {
        return Arbitraries.oneOf(
                Arbitraries.just(null), text().map(DefaultValue.Literal::new), name().map(DefaultValue.Sql::new));
    }

    private static Arbitrary<ColumnType> type() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                                Kind.BOOLEAN,
                                Kind.TINYINT,
                                Kind.SMALLINT,
                                Kind.INTEGER,
                                Kind.BIGINT,
                                Kind.REAL,
                                Kind.DOUBLE,
                                Kind.TEXT,
                                Kind.BLOB,
                                Kind.DATE,
                                Kind.UUID)
                        .map(ColumnType::of),
                combine(
                                Arbitraries.of(Kind.CHAR, Kind.VARCHAR, Kind.VARBINARY),
                                Arbitraries.integers().between(1, 9999))
                        .as(ColumnType::of),
                combine(
                                Arbitraries.of(Kind.TIME, Kind.TIMESTAMP, Kind.TIMESTAMP_TZ),
                                Arbitraries.integers().between(0, 9))
                        .as(ColumnType::of),
                Arbitraries.integers()
                        .between(1, 38)
                        .flatMap(precision -> Arbitraries.integers()
                                .between(0, precision)
                                .map(scale -> ColumnType.decimal(precision, scale))),
                name().map(ColumnType::verbatim));
    }

    private static Arbitrary<Column> column() {
        return combine(name(), type(), Arbitraries.integers().between(0, 2), value(), text())
                .as((name, type, kind, value, comment) ->
                        new Column(name, type, kind == 0, kind == 2 ? null : value, kind == 2, comment));
    }

    private static Arbitrary<List<String>> names() {
        return name().list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Index> index() {
        return combine(name(), names()).as(Index::new);
    }

    private static Arbitrary<Constraint> constraint() {
        Arbitrary<ReferentialAction> action = Arbitraries.of(ReferentialAction.values());
        return Arbitraries.oneOf(
                combine(name(), names()).as(PrimaryKey::new),
                combine(name(), names()).as(Unique::new),
                combine(name(), names(), tableName(), name(), action, action)
                        .as((name, columns, table, column, onDelete, onUpdate) -> new ForeignKey(
                                name, columns, table, Collections.nCopies(columns.size(), column), onDelete, onUpdate)),
                combine(name(), name()).as((name, sql) -> new Check(name, new Condition.Sql(sql))),
                combine(name(), name(), text().list().ofMinSize(1).ofMaxSize(4))
                        .as((name, column, values) -> new Check(name, new Condition.OneOf(column, values))));
    }

    private static Arbitrary<Table> table() {
        return combine(
                        tableName(),
                        text(),
                        column().list().ofMinSize(1).ofMaxSize(4).uniqueElements(Column::name),
                        constraint().list().ofMaxSize(3),
                        index().list().ofMaxSize(2))
                .as(Table::new);
    }
}
