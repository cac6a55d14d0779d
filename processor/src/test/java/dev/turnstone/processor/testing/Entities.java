package dev.turnstone.processor.testing;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.Convert;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes down what entities say, without a compiler. Unless told otherwise, the class of table {@code post} is {@code
 * app.post} and the field of a column has its name; names that begin like {@code pk_} are Turnstone's own.
 */
public final class Entities {

    /** Why something may go, unless a test says otherwise. */
    public static final String REASON = "not needed any more";

    private static final Pattern DERIVED = Pattern.compile("(pk|uk|fk|ix|ck)_.*");

    private final List<Table> tables = new ArrayList<>();
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> renames = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<DropHint> drops = new ArrayList<>();
    private final List<RowHint> rowHints = new ArrayList<>();

    /** An entity for a table. */
    public Entities table(String name, TableElement... elements) {
        return table(TableName.of(name), elements);
    }

    /** An entity for a table in a schema. */
    public Entities table(TableName name, TableElement... elements) {
        tables.add(Table.of(name, List.of(elements)));
        return this;
    }

    /** The class of a table. */
    public Entities entity(String table, String binaryName) {
        classes.put(table, binaryName);
        return this;
    }

    /** The field of a column. */
    public Entities field(String table, String column, String path) {
        fields.put(table + "." + column, path);
        return this;
    }

    /** {@code @RenamedFrom} on the class. */
    public Entities renamed(String table, String from) {
        renames.put(table, from);
        return this;
    }

    /** {@code @RenamedFrom} on the field. */
    public Entities renamed(String table, String column, String from) {
        renames.put(table + "." + column, from);
        return this;
    }

    /** {@code @Dropped} for a table. */
    public Entities droppedTable(String name) {
        return droppedTable(name, REASON);
    }

    /** {@code @Dropped} for a table, with a reason. */
    public Entities droppedTable(String name, String reason) {
        drops.add(new DropHint(null, name, reason, SourceRef.named("@Dropped " + name)));
        return this;
    }

    /** {@code @Dropped} for a column. */
    public Entities droppedColumn(String table, String column) {
        return droppedColumn(table, column, REASON);
    }

    /** {@code @Dropped} for a column, with a reason. */
    public Entities droppedColumn(String table, String column, String reason) {
        drops.add(
                new DropHint(TableName.of(table), column, reason, SourceRef.named("@Dropped " + table + "." + column)));
        return this;
    }

    /** {@code @Fill} on the field. */
    public Entities filled(String table, String column, DefaultValue value) {
        return rowHint(table, column, Optional.of(value), Optional.empty());
    }

    /** {@code @Convert} on the field. */
    public Entities converted(String table, String column, String using, String back) {
        return rowHint(table, column, Optional.empty(), Optional.of(new Convert(using, back)));
    }

    private Entities rowHint(String table, String column, Optional<DefaultValue> fill, Optional<Convert> convert) {
        String field = table + "." + column;
        Optional<RowHint> other = rowHints.stream()
                .filter(hint ->
                        hint.table().same(TableName.of(table)) && hint.column().equals(column))
                .findFirst();
        other.ifPresent(rowHints::remove);
        rowHints.add(new RowHint(
                TableName.of(table),
                column,
                fill.map(value -> new Placed<>(value, SourceRef.named("@Fill " + field)))
                        .or(() -> other.flatMap(RowHint::fill)),
                convert.map(value -> new Placed<>(value, SourceRef.named("@Convert " + field)))
                        .or(() -> other.flatMap(RowHint::convert))));
        return this;
    }

    /** A constraint or index whose name the source gives, whatever it looks like. */
    public Entities given(String name) {
        given.add(name);
        return this;
    }

    /** The other way round, where order must not matter. */
    public Entities reversed() {
        Collections.reverse(tables);
        Collections.reverse(drops);
        Collections.reverse(rowHints);
        return this;
    }

    /** The same entities, with the hints that lead to them from newer ones: the hints of those, turned round. */
    public Entities comingFrom(Entities newer) {
        Entities back = new Entities();
        back.tables.addAll(tables);
        back.classes.putAll(classes);
        back.fields.putAll(fields);
        back.given.addAll(given);
        newer.tables.forEach(table -> back.leaveOut(table, newer));
        return back;
    }

    private void leaveOut(Table newer, Entities of) {
        String name = newer.name().toString();
        String hint = of.renames.getOrDefault(name, "");
        Table older = tables.stream()
                .filter(table -> hint.isEmpty() ? isStill(table, newer, of) : isCalled(table, hint))
                .findFirst()
                .orElse(null);
        if (older == null) {
            droppedTable(name);
            return;
        }
        String table = older.name().toString();
        if (!hint.isEmpty()) {
            renamed(table, name);
        }
        for (Column column : newer.columns()) {
            String field = of.fieldOf(name, column);
            String old = of.renames.getOrDefault(name + "." + column.name(), "");
            older.columns().stream()
                    .filter(each -> Identifiers.same(each.name(), old)
                            || fieldOf(table, each).equals(old))
                    .forEach(each -> renamed(table, each.name(), column.name()));
            boolean stays = older.columns().stream()
                    .anyMatch(each -> Identifiers.same(each.name(), column.name())
                            || renames.getOrDefault(table + "." + each.name(), "")
                                    .equals(column.name())
                            || fieldOf(table, each).equals(field));
            if (!stays) {
                droppedColumn(table, column.name());
            }
        }
    }

    private boolean isStill(Table table, Table newer, Entities of) {
        boolean isTaken = of.tables.stream()
                .anyMatch(each ->
                        isCalled(table, of.renames.getOrDefault(each.name().toString(), "")));
        boolean same = table.name().same(newer.name()) || entityOf(table.name()).equals(of.entityOf(newer.name()));
        return same && !isTaken;
    }

    private boolean isCalled(Table table, String hint) {
        return Identifiers.same(table.name().toString(), hint)
                || entityOf(table.name()).endsWith("." + hint);
    }

    private String entityOf(TableName table) {
        return classes.getOrDefault(table.toString(), "app." + table);
    }

    private String fieldOf(String table, Column column) {
        return fields.getOrDefault(table + "." + column.name(), column.name());
    }

    /** What the compiler would hand on. */
    public DeclaredSchema declared() {
        List<TableMapping> mappings = new ArrayList<>();
        Set<String> derived = new HashSet<>();
        Map<String, SourceRef> places = new HashMap<>();
        for (Table table : tables) {
            String name = table.name().toString();
            String entity = entityOf(table.name());
            places.put(DeclaredSchema.key(table.name()), SourceRef.named(entity));
            List<ColumnMapping> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                String key = name + "." + column.name();
                String field = fieldOf(name, column);
                columns.add(new ColumnMapping(column.name(), field, renames.getOrDefault(key, "")));
                places.put(DeclaredSchema.key(table.name(), column.name()), SourceRef.named(entity + "." + field));
            }
            mappings.add(new TableMapping(table.name(), entity, renames.getOrDefault(name, ""), columns));
            table.constraints().stream()
                    .map(Constraint::name)
                    .filter(each -> DERIVED.matcher(each).matches())
                    .forEach(derived::add);
            table.indexes().stream()
                    .map(Index::name)
                    .filter(each -> DERIVED.matcher(each).matches())
                    .forEach(derived::add);
        }
        derived.removeAll(given);
        return new DeclaredSchema(
                new Schema(tables), new Mapping(mappings), derived, List.copyOf(drops), List.copyOf(rowHints), places);
    }
}
