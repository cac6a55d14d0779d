package dev.turnstone.processor.testing;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes down what entities say, without a compiler. Unless told otherwise, the class of table {@code post} is {@code
 * app.post} and the field of a column has its name; names that begin like {@code pk_} are Turnstone's own.
 */
public final class Entities {

    private static final Pattern DERIVED = Pattern.compile("(pk|uk|fk|ix|ck)_.*");

    private final List<Table> tables = new ArrayList<>();
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> renames = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final List<DropHint> drops = new ArrayList<>();

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
        drops.add(new DropHint(null, name, "", SourceRef.named("@Dropped " + name)));
        return this;
    }

    /** {@code @Dropped} for a column. */
    public Entities droppedColumn(String table, String column) {
        drops.add(new DropHint(TableName.of(table), column, "", SourceRef.named("@Dropped " + table + "." + column)));
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
        return this;
    }

    /** What the compiler would hand on. */
    public DeclaredSchema declared() {
        List<TableMapping> mappings = new ArrayList<>();
        Set<String> derived = new HashSet<>();
        Map<String, SourceRef> places = new HashMap<>();
        for (Table table : tables) {
            String name = table.name().toString();
            String entity = classes.getOrDefault(name, "app." + name);
            places.put(DeclaredSchema.key(table.name()), SourceRef.named(entity));
            List<ColumnMapping> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                String key = name + "." + column.name();
                String field = fields.getOrDefault(key, column.name());
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
        return new DeclaredSchema(new Schema(tables), new Mapping(mappings), derived, List.copyOf(drops), places);
    }
}
