package dev.turnstone.processor.testing;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.testing.Model.Kind;
import dev.turnstone.processor.testing.Model.MColumn;
import dev.turnstone.processor.testing.Model.MPart;
import dev.turnstone.processor.testing.Model.MTable;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * Makes random entities, and random changes of them. The same random numbers make the same entities, so a test fails again
 * with the same seed. The source always says what it means: a valid diff has no error.
 */
public final class RandomSchemas {

    private static final List<String> TABLES =
            List.of("author", "post", "tag", "remark", "user", "order", "shelf", "Book");
    private static final List<String> COLUMNS =
            List.of("name", "title", "state", "value", "day", "rank", "note", "Body");

    private final Random random;
    private final boolean rowSafe;
    private Model model = new Model();

    /**
     * Starts without entities.
     *
     * @param random the source of all choices
     * @param rowSafe whether every change must be possible with any rows in the tables, and keep the values of columns
     *     that stay
     */
    public RandomSchemas(Random random, boolean rowSafe) {
        this.random = random;
        this.rowSafe = rowSafe;
    }

    /**
     * Adds random tables.
     *
     * @return what the entities say then
     */
    public DeclaredSchema create() {
        int tables = chance(5) ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < tables; i++) {
            addTable();
        }
        for (int i = 0; i < tables * 2; i++) {
            addForeignKey();
        }
        return model.declared();
    }

    /**
     * Makes some random changes, on top of those from before.
     *
     * @return what the entities say then
     */
    public DeclaredSchema edit() {
        model = model.copy();
        RandomEdits edits = new RandomEdits(this, random, model, rowSafe);
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            edits.edit();
        }
        shuffle();
        return model.declared();
    }

    /**
     * The same entities, to go on from apart from these.
     *
     * @return a copy, which makes other names
     */
    public RandomSchemas branch() {
        RandomSchemas branch = new RandomSchemas(random, rowSafe);
        branch.model = model.copy();
        return branch;
    }

    /**
     * Puts other entities in the place of these.
     *
     * @param schema their tables
     * @param mapping their classes and fields; those that it does not have are made up
     */
    public void resume(Schema schema, Mapping mapping) {
        model = new ModelOfSchema(model.empty(), mapping).of(schema);
    }

    /**
     * The same entities in another order of declaration, which must not matter.
     *
     * @return what the entities say
     */
    public DeclaredSchema shuffled() {
        shuffle();
        return model.declared();
    }

    private void shuffle() {
        java.util.Collections.shuffle(model.tables, random);
        model.tables.forEach(table -> {
            java.util.Collections.shuffle(table.columns, random);
            java.util.Collections.shuffle(table.parts, random);
        });
        java.util.Collections.shuffle(model.drops, random);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A name that no table has, nor had in the snapshot. */
    String freshTableName() {
        return pick(TABLES) + model.next();
    }

    String freshColumnName() {
        return pick(COLUMNS) + model.next();
    }

    void addTable() {
        MTable table = new MTable();
        table.name = freshTableName();
        table.entity = "app.Entity" + model.next();
        table.comment = chance(20) ? "comment " + model.next() : "";
        model.tables.add(table);
        int keyColumns = chance(25) ? 2 : 1;
        List<MColumn> key = new ArrayList<>();
        for (int i = 0; i < keyColumns; i++) {
            MColumn column = column(keyType());
            column.nullable = false;
            column.defaultValue = null;
            key.add(column);
        }
        if (keyColumns == 1 && chance(60)) {
            key.get(0).type = ColumnType.parse("bigint");
            key.get(0).identity = true;
        }
        table.columns.addAll(key);
        addPart(table, Kind.PK, key);
        int columns = random.nextInt(6);
        for (int i = 0; i < columns; i++) {
            table.columns.add(column(anyType()));
        }
        for (int i = 0; i < 3; i++) {
            addRandomPart(table, table.columns);
        }
    }

    ColumnType keyType() {
        return ColumnType.parse(
                pick(List.of("integer", "bigint", "smallint", "varchar(20)", "uuid", "decimal(10,2)", "char(5)")));
    }

    ColumnType anyType() {
        return chance(50)
                ? keyType()
                : ColumnType.parse(pick(List.of(
                        "boolean",
                        "tinyint",
                        "real",
                        "double",
                        "text",
                        "varbinary(16)",
                        "blob",
                        "date",
                        "time(0)",
                        "timestamp(6)",
                        "timestamp_tz(6)",
                        "verbatim json")));
    }

    MColumn column(ColumnType type) {
        MColumn column = new MColumn();
        column.name = freshColumnName();
        column.field = "field" + model.next();
        column.type = type;
        column.defaultValue = chance(30) ? defaultFor(type) : null;
        column.nullable = chance(60);
        column.comment = chance(15) ? "comment " + model.next() : "";
        return column;
    }

    /** A constant of the type; null where the type has none. */
    DefaultValue defaultFor(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> new DefaultValue.Literal(pick(List.of("true", "false")));
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL ->
                new DefaultValue.Literal(Integer.toString(random.nextInt(100)));
            case CHAR, VARCHAR, TEXT -> new DefaultValue.Literal("it's" + random.nextInt(9));
            case DATE -> new DefaultValue.Sql("current_date");
            case TIME -> new DefaultValue.Literal("12:30:00");
            case TIMESTAMP -> new DefaultValue.Literal("2020-01-31 12:30:00");
            case TIMESTAMP_TZ -> new DefaultValue.Sql("current_timestamp");
            case UUID -> new DefaultValue.Literal("123e4567-e89b-12d3-a456-426614174000");
            case VARBINARY, BLOB, VERBATIM -> null;
        };
    }

    static boolean isIndexable(MColumn column) {
        return switch (column.type.kind()) {
            case TEXT, BLOB, VERBATIM -> false;
            default -> true;
        };
    }

    /** Adds a unique constraint, an index or a check over some of the columns. */
    void addRandomPart(MTable table, List<MColumn> among) {
        List<MColumn> candidates =
                among.stream().filter(RandomSchemas::isIndexable).toList();
        if (candidates.isEmpty()) {
            return;
        }
        List<MColumn> columns = new ArrayList<>();
        columns.add(pick(candidates));
        MColumn second = pick(candidates);
        if (chance(30) && second != columns.get(0)) {
            columns.add(second);
        }
        Kind kind = pick(List.of(Kind.UK, Kind.IX, Kind.IX, Kind.SQL, Kind.ONE_OF));
        MColumn first = columns.get(0);
        if (kind == Kind.SQL) {
            addPart(table, kind, List.of(first));
        } else if (kind == Kind.ONE_OF) {
            boolean isFree = first.type.toString().equals("varchar(20)")
                    && first.defaultValue == null
                    && (!rowSafe || table.parts.stream().noneMatch(part -> part.columns.contains(first)));
            if (isFree) {
                addPart(table, kind, List.of(first));
            }
        } else {
            addPart(table, kind, columns);
        }
    }

    void addPart(MTable table, Kind kind, List<MColumn> columns) {
        boolean exists = table.parts.stream().anyMatch(part -> part.kind == kind && part.columns.equals(columns));
        if (exists || (kind == Kind.UK && hasKeyOver(table, columns))) {
            return;
        }
        MPart part = new MPart();
        part.kind = kind;
        part.columns = new ArrayList<>(columns);
        part.values = kind == Kind.ONE_OF ? List.of("NEW", "OLD") : List.of();
        part.explicitName = chance(30) ? explicitName() : null;
        table.parts.add(part);
    }

    /** H2 cannot drop a primary key while a unique constraint over its columns shares the index. */
    static boolean hasKeyOver(MTable table, List<MColumn> columns) {
        return table.keys().stream().anyMatch(key -> new HashSet<>(key.columns).equals(new HashSet<>(columns)));
    }

    String explicitName() {
        return "named_" + model.next();
    }

    /** Adds a foreign key over new nullable columns, to any key of any table. */
    void addForeignKey() {
        if (model.tables.isEmpty()) {
            return;
        }
        MTable from = pick(model.tables);
        MTable to = pick(model.tables);
        List<MPart> keys = to.keys();
        if (keys.isEmpty()) {
            return;
        }
        MPart key = pick(keys);
        MPart part = new MPart();
        part.kind = Kind.FK;
        part.target = to;
        for (MColumn referenced : key.columns) {
            MColumn column = column(referenced.type);
            column.nullable = true;
            column.defaultValue = null;
            from.columns.add(column);
            part.columns.add(column);
            part.references.add(referenced);
        }
        part.onDelete = pick(List.of(
                ReferentialAction.NO_ACTION,
                ReferentialAction.RESTRICT,
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL));
        part.explicitName = chance(30) ? explicitName() : null;
        from.parts.add(part);
        if (new HashSet<>(key.columns).size() == 1 && chance(50)) {
            addPart(from, Kind.IX, part.columns);
        }
    }
}
