package dev.turnstone.processor.testing;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.testing.Model.Kind;
import dev.turnstone.processor.testing.Model.MColumn;
import dev.turnstone.processor.testing.Model.MPart;
import dev.turnstone.processor.testing.Model.MTable;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entities that a schema could come from. */
final class ModelOfSchema {

    private final Model model;
    private final Mapping mapping;
    private final Map<TableName, MTable> tables = new TreeMap<>();

    /**
     * Prepares the translation.
     *
     * @param model where the entities go
     * @param mapping their classes and fields; those that it does not have are made up
     */
    ModelOfSchema(Model model, Mapping mapping) {
        this.model = model;
        this.mapping = mapping;
    }

    Model of(Schema schema) {
        schema.tables().forEach(table -> {
            MTable entity = entity(table, mapping.table(table.name()));
            tables.put(table.name(), entity);
            model.tables.add(entity);
        });
        schema.tables().forEach(this::addParts);
        return model;
    }

    private MTable entity(Table table, Optional<TableMapping> known) {
        MTable entity = new MTable();
        entity.name = table.name().name();
        entity.entity = known.map(TableMapping::entity).orElseGet(() -> "app.Entity" + model.next());
        entity.renamedFrom = known.map(TableMapping::renamedFrom).orElse("");
        entity.comment = table.comment();
        table.columns()
                .forEach(column ->
                        entity.columns.add(field(column, known.flatMap(each -> each.column(column.name())))));
        return entity;
    }

    private MColumn field(Column column, Optional<ColumnMapping> known) {
        MColumn field = new MColumn();
        field.name = column.name();
        field.field = known.map(ColumnMapping::field).orElseGet(() -> "field" + model.next());
        field.renamedFrom = known.map(ColumnMapping::renamedFrom).orElse("");
        field.type = column.type();
        field.nullable = column.nullable();
        field.defaultValue = column.defaultValue();
        field.identity = column.identity();
        field.comment = column.comment();
        return field;
    }

    private void addParts(Table table) {
        MTable entity = tables.get(table.name());
        for (TableElement element : table.elements()) {
            MPart part = new MPart();
            String name = name(element, part, entity);
            if (part.kind != null) {
                part.explicitName = part.name(entity).equals(name) ? null : name;
                entity.parts.add(part);
            }
        }
    }

    /** Fills the part, and gives its name. */
    private String name(TableElement element, MPart part, MTable entity) {
        if (element instanceof PrimaryKey key) {
            fill(part, Kind.PK, entity, key.columns());
            return key.name();
        }
        if (element instanceof Unique unique) {
            fill(part, Kind.UK, entity, unique.columns());
            return unique.name();
        }
        if (element instanceof Index index) {
            fill(part, Kind.IX, entity, index.columns());
            return index.name();
        }
        if (element instanceof ForeignKey key) {
            fill(part, Kind.FK, entity, key.columns());
            part.target = tables.get(key.table());
            part.references.addAll(columns(part.target, key.references()));
            part.onDelete = key.onDelete();
            return key.name();
        }
        if (element instanceof Check check) {
            if (check.condition() instanceof Condition.OneOf oneOf) {
                fill(part, Kind.ONE_OF, entity, List.of(oneOf.column()));
                part.values = oneOf.values();
            } else {
                String sql = ((Condition.Sql) check.condition()).expression();
                fill(part, Kind.SQL, entity, List.of(sql.substring(0, sql.indexOf(' '))));
            }
            return check.name();
        }
        return "";
    }

    private static void fill(MPart part, Kind kind, MTable entity, List<String> columns) {
        part.kind = kind;
        part.columns.addAll(columns(entity, columns));
    }

    private static List<MColumn> columns(MTable entity, List<String> names) {
        return names.stream()
                .map(name -> entity.columns.stream()
                        .filter(column -> lower(column.name).equals(lower(name)))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
