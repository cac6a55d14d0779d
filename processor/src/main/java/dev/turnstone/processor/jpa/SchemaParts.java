package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.DeclaredSchema.RowHint;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.jpa.JpaTable.Group;
import dev.turnstone.processor.jpa.JpaTable.Reference;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns finished tables into a schema: keys in Hibernate's order, constraints under Hibernate's names. */
final class SchemaParts {

    private static final int LONGEST = 60;

    private final Binding binding;
    private final Set<String> taken = new TreeSet<>(Identifiers.ORDER);
    private final Set<String> derived = new TreeSet<>(Identifiers.ORDER);
    private final Map<String, SourceRef> places = new HashMap<>();

    SchemaParts(Binding binding) {
        this.binding = binding;
    }

    DeclaredSchema schema(List<DropHint> drops, Rows rows) {
        List<JpaTable> all = List.copyOf(binding.tables.values());
        all.forEach(SchemaParts::orderKey);
        all.forEach(SchemaParts::referencedKeys);
        List<Table> tables = new ArrayList<>();
        List<TableMapping> mappings = new ArrayList<>();
        List<RowHint> hints = new ArrayList<>();
        for (JpaTable each : all) {
            if (each.own && !each.columns().isEmpty()) {
                tables.add(table(each));
                mappings.add(mapping(each));
                hints.addAll(rows.of(each));
            }
        }
        rows.finish();
        return new DeclaredSchema(
                new Schema(tables, sequences()),
                new Mapping(mappings),
                Set.copyOf(derived),
                drops,
                hints,
                Map.copyOf(places));
    }

    private List<Sequence> sequences() {
        return binding.sequences.values().stream()
                .filter(JpaSequence::own)
                .map(each -> new Sequence(each.name(), each.start(), each.increment()))
                .toList();
    }

    /** A unique constraint over the same columns gives their order, and is no constraint of its own. */
    private static void orderKey(JpaTable table) {
        Set<String> key = new TreeSet<>(Identifiers.ORDER);
        key.addAll(table.key);
        for (Group unique : table.uniques) {
            Set<String> columns = new TreeSet<>(Identifiers.ORDER);
            columns.addAll(unique.columns());
            if (!key.isEmpty() && columns.equals(key)) {
                table.uniques.remove(unique);
                table.key.clear();
                table.key.addAll(unique.columns());
                return;
            }
        }
        table.key.sort(Comparator.<String>comparingInt(
                        name -> Math.max(table.column(name).orElseThrow().form().bytes(), 4))
                .thenComparing(JpaNames::unquoted));
    }

    /** What a foreign key refers to must be unique. */
    private static void referencedKeys(JpaTable table) {
        for (Reference each : table.references) {
            JpaTable target = each.target();
            boolean key = sameColumns(each.references(), target.key)
                    || target.uniques.stream().anyMatch(unique -> sameColumns(unique.columns(), each.references()));
            if (!key) {
                target.uniques.add(new Group("", each.references(), each.place()));
            }
        }
    }

    private static boolean sameColumns(List<String> a, List<String> b) {
        Set<String> names = new TreeSet<>(Identifiers.ORDER);
        names.addAll(a);
        return names.size() == b.size() && names.containsAll(b);
    }

    private Table table(JpaTable table) {
        List<TableElement> elements = new ArrayList<>();
        places.put(DeclaredSchema.key(table.name), table.place);
        places.put(DeclaredSchema.jpaKey(table.name), table.place);
        for (JpaColumn column : table.columns()) {
            elements.add(column.column());
            places.put(DeclaredSchema.key(table.name, column.name()), column.place());
        }
        if (!table.key.isEmpty()) {
            elements.add(new PrimaryKey(
                    name(table, "", "pk_" + JpaNames.unquoted(table.name.name()), table.place), table.key));
        }
        addGroups(table, elements);
        for (Reference each : distinct(table.references)) {
            elements.add(foreignKey(table, each));
        }
        table.checks.forEach((about, condition) -> elements.add(new Check(
                name(
                        table,
                        "",
                        "ck_" + JpaNames.unquoted(table.name.name()) + "_" + JpaNames.unquoted(about),
                        table.place),
                condition)));
        if (!table.comment.isEmpty()) {
            elements.add(new TableComment(table.comment));
        }
        return Table.of(table.name, elements);
    }

    private void addGroups(JpaTable table, List<TableElement> elements) {
        List<Group> seen = new ArrayList<>();
        for (Group each : table.uniques) {
            boolean known = each.columns().equals(table.key)
                    || seen.stream().anyMatch(other -> other.columns().equals(each.columns()));
            if (!known) {
                seen.add(each);
                String made = JpaNames.key("UK", table.name.name(), each.columns());
                elements.add(new Unique(name(table, each.name(), made, each.place()), each.columns()));
            }
        }
        for (Group each : table.indexes) {
            String made = JpaNames.key("IDX", table.name.name(), each.columns());
            elements.add(new Index(name(table, each.name(), made, each.place()), each.columns()));
        }
    }

    private static List<Reference> distinct(List<Reference> references) {
        List<Reference> distinct = new ArrayList<>();
        for (Reference each : references) {
            boolean known = distinct.stream()
                    .anyMatch(other -> other.columns().equals(each.columns())
                            && other.references().equals(each.references())
                            && other.target() == each.target());
            if (!known) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private ForeignKey foreignKey(JpaTable table, Reference reference) {
        JpaTable target = reference.target();
        List<String> columns = new ArrayList<>(reference.columns());
        List<String> references = new ArrayList<>(reference.references());
        if (sameColumns(references, target.key)) {
            columns.clear();
            for (String each : target.key) {
                columns.add(reference.columns().get(reference.references().indexOf(each)));
            }
            references = target.key;
        }
        String made = JpaNames.foreignKey(table.name.name(), target.name.name(), columns);
        return new ForeignKey(
                name(table, reference.name(), made, reference.place()),
                columns,
                target.name,
                references,
                reference.onDelete(),
                ReferentialAction.NO_ACTION);
    }

    /** The name that the source gives, or one that is made; what is taken in the database schema is not given again. */
    private String name(JpaTable table, String given, String made, SourceRef place) {
        String name = given.isEmpty() ? made : JpaNames.unquoted(given);
        if (name.length() > LONGEST || taken.contains(table.name.schema() + "\n" + name)) {
            name = JpaNames.key(
                    name.substring(0, Math.min(20, name.length())) + "_", table.name.toString(), List.of(name));
        }
        taken.add(table.name.schema() + "\n" + name);
        if (given.isEmpty() || !name.equals(given)) {
            derived.add(name);
        }
        places.put(DeclaredSchema.key(table.name, name), place);
        return name;
    }

    private static TableMapping mapping(JpaTable table) {
        return new TableMapping(
                table.name,
                table.owner,
                table.renamedFrom,
                table.columns().stream()
                        .map(each -> new ColumnMapping(each.name(), each.path(), each.renamedFrom()))
                        .toList());
    }
}
