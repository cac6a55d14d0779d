package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredEntity.Drop;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one schema of what the entities of a compilation say. Pure: it knows no compiler. */
public final class SchemaAssembler {

    private final Naming naming;
    private final List<DeclaredEntity> external;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, SourceRef> places = new HashMap<>();
    private final List<DropHint> drops;

    private SchemaAssembler(List<DeclaredEntity> external, List<DropHint> drops, Naming naming) {
        this.naming = naming;
        this.external = external;
        this.drops = new ArrayList<>(drops);
    }

    /**
     * Assembles a schema. The order of entities and fields carries no meaning.
     *
     * @param own the entities of this migration set
     * @param external the entities of other sets that own ones refer to, and those that they refer to in their keys;
     *     they are the targets of foreign keys, but their tables are not in the schema
     * @param packageDrops what {@code @Dropped} on packages says
     * @param naming how names are made that the source does not give
     * @return the schema, of use only if no finding is an error, and the findings
     */
    public static Assembly assemble(
            List<DeclaredEntity> own, List<DeclaredEntity> external, List<DropHint> packageDrops, Naming naming) {
        return new SchemaAssembler(external, packageDrops, naming).assemble(own);
    }

    /**
     * What comes of assembling.
     *
     * @param schema the schema and what belongs to it; of use only if no finding is an error
     * @param findings all that is wrong with the entities, in no particular order
     */
    public record Assembly(DeclaredSchema schema, List<Finding> findings) {
        /** Copies the findings. */
        public Assembly {
            findings = List.copyOf(findings);
        }

        /**
         * This, and what comes of other entities of the same compilation.
         *
         * @param other the rest
         * @return both
         */
        public Assembly and(Assembly other) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(other.findings());
            return new Assembly(schema.and(other.schema()), all);
        }
    }

    private Assembly assemble(List<DeclaredEntity> own) {
        Map<TableName, DeclaredEntity> entities = entities(own);
        Keys keys = new Keys(naming);
        external.forEach(entity -> keys.add(entity, tableName(entity), false));
        own.forEach(entity -> keys.add(entity, tableName(entity), true));

        List<TableParts> tables = new ArrayList<>();
        entities.forEach((name, entity) -> {
            tables.add(new TableAssembler(name, entity, keys, naming, findings).assemble());
            addDrops(name, entity);
        });
        PartNames names = PartNames.give(tables, places, findings);
        tables.forEach(this::addPlaces);
        DeclaredSchema declared = new DeclaredSchema(
                new Schema(tables.stream().map(table -> table(table, names)).toList()),
                new Mapping(tables.stream().map(SchemaAssembler::mapping).toList()),
                names.derived(),
                sorted(drops),
                tables.stream().flatMap(SchemaAssembler::rowHints).toList(),
                Map.copyOf(places));
        return new Assembly(declared, findings);
    }

    private static Table table(TableParts parts, PartNames names) {
        List<TableElement> elements = new ArrayList<>(names.of(parts.name()));
        parts.columns().forEach(column -> elements.add(column.column()));
        parts.entity().table().comment().ifPresent(comment -> elements.add(new TableComment(comment.value())));
        return Table.of(parts.name(), elements);
    }

    private void addPlaces(TableParts table) {
        places.put(DeclaredSchema.key(table.name()), table.entity().place());
        for (AssembledColumn column : table.columns()) {
            DeclaredField field = column.leaf().field();
            places.put(DeclaredSchema.key(table.name(), column.name()), field.place());
            if (field.type() instanceof FieldType.Basic basic
                    && !basic.declaration().equals(SourceRef.NONE)) {
                places.put(DeclaredSchema.enumKey(table.name(), column.name()), basic.declaration());
            }
            field.nullConflict()
                    .ifPresent(place -> places.put(DeclaredSchema.nullConflictKey(table.name(), column.name()), place));
        }
        Leaf.of(table.entity(), naming)
                .groups()
                .forEach(group -> places.put(
                        DeclaredSchema.embeddingKey(table.name(), group.path()),
                        group.field().place()));
    }

    private static Stream<RowHint> rowHints(TableParts table) {
        return table.columns().stream()
                .map(column -> new RowHint(
                        table.name(),
                        column.name(),
                        fill(column),
                        WrittenValues.conversion(column.leaf().field().column().rows())))
                .filter(hint -> hint.fill().isPresent() || hint.convert().isPresent());
    }

    private static Optional<Placed<DefaultValue>> fill(AssembledColumn column) {
        return column.leaf()
                .field()
                .column()
                .rows()
                .fill()
                .filter(written -> column.fill() != null)
                .map(written -> new Placed<>(column.fill(), written.text().place()));
    }

    private static List<DropHint> sorted(List<DropHint> hints) {
        return hints.stream()
                .sorted(Comparator.comparing(DropHint::place)
                        .thenComparing(DropHint::name)
                        .thenComparing(hint -> String.valueOf(hint.table())))
                .toList();
    }

    /** The table of each entity, without those whose table is taken. */
    private Map<TableName, DeclaredEntity> entities(List<DeclaredEntity> own) {
        Map<TableName, DeclaredEntity> entities = new LinkedHashMap<>();
        Map<String, DeclaredEntity> byKey = new HashMap<>();
        own.stream().sorted(Comparator.comparing(DeclaredEntity::className)).forEach(entity -> {
            TableName name = tableName(entity);
            DeclaredEntity first = byKey.putIfAbsent(DeclaredSchema.key(name), entity);
            if (first == null) {
                entities.put(name, entity);
            } else {
                findings.add(Finding.of(
                        Tag.DUPLICATE_TABLE,
                        entity.table().name().map(Placed::place).orElse(entity.place()),
                        "The table " + name + " is also that of the entity " + first.className()
                                + "; each table belongs to one entity.",
                        "@Entity(table = \"" + naming.sqlName(entity.simpleName()) + "_2\")"));
            }
        });
        return entities;
    }

    private TableName tableName(DeclaredEntity entity) {
        return new TableName(
                entity.table().schema().map(Placed::value).orElse(""),
                entity.table().name().map(Placed::value).orElseGet(() -> naming.sqlName(entity.simpleName())));
    }

    private static TableMapping mapping(TableParts table) {
        return new TableMapping(
                table.name(),
                table.entity().className(),
                table.entity().table().renamedFrom().map(Placed::value).orElse(""),
                table.columns().stream()
                        .map(column -> new TableMapping.ColumnMapping(
                                column.name(), column.leaf().path(), column.renamedFrom()))
                        .toList());
    }

    private void addDrops(TableName table, DeclaredEntity entity) {
        for (Drop drop : entity.drops()) {
            addDrop(table, drop, "");
        }
        for (Leaf.Group group : Leaf.of(entity, naming).groups()) {
            group.embedded().drops().forEach(drop -> addDrop(table, drop, group.prefix()));
        }
    }

    private void addDrop(TableName table, Drop drop, String prefix) {
        drops.add(new DropHint(
                drop.isTable() ? null : table,
                (drop.isTable() ? "" : prefix) + drop.name().value(),
                drop.reason(),
                drop.name().place()));
    }
}
