package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredRule.Condition;
import dev.turnstone.processor.declared.DeclaredRule.OnColumns;
import dev.turnstone.processor.declared.FieldType.Basic;
import dev.turnstone.processor.declared.FieldType.Reference;
import dev.turnstone.processor.declared.TableParts.Part;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition.OneOf;
import dev.turnstone.schema.Condition.Sql;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the table of one entity. */
final class TableAssembler {

    private final TableName table;
    private final DeclaredEntity entity;
    private final Keys keys;
    private final List<Finding> findings;
    private final Leaf.Fields fields;
    private final FieldColumns columns;
    private final List<Part> parts = new ArrayList<>();

    TableAssembler(TableName table, DeclaredEntity entity, Keys keys, Naming naming, List<Finding> findings) {
        this.table = table;
        this.entity = entity;
        this.keys = keys;
        this.findings = findings;
        this.fields = Leaf.of(entity, naming);
        this.columns = FieldColumns.of(table, fields, new ColumnAssembler(naming, keys, findings), findings);
    }

    TableParts assemble() {
        primaryKey();
        for (Leaf leaf : fields.leaves()) {
            List<Column> own = columns.ofPath(leaf.path());
            if (own.isEmpty()) {
                continue;
            }
            if (leaf.field().type() instanceof Basic basic && !basic.constants().isEmpty()) {
                String column = own.get(0).name();
                add(
                        new Check(TableParts.UNNAMED, new OneOf(column, basic.constants())),
                        "ck_" + table.name() + "_" + column,
                        Optional.empty(),
                        leaf.field().place());
            } else if (leaf.field().type() instanceof Reference reference) {
                foreignKey(leaf, reference, own);
            }
            leaf.field().rules().forEach(rule -> rule(rule, own));
        }
        for (Leaf.Group group : fields.groups()) {
            group.field().rules().forEach(rule -> rule(rule, columns.ofPath(group.path())));
        }
        entity.rules().forEach(rule -> rule(rule, List.of()));
        return new TableParts(table, entity, columns.all(), parts);
    }

    private void primaryKey() {
        if (fields.leaves().stream().noneMatch(leaf -> leaf.id().isPresent())) {
            findings.add(Finding.of(
                    Tag.NO_ID,
                    entity.place(),
                    "The entity " + entity.simpleName() + " has no @Id field. Without a primary key no row can be told"
                            + " from another, and no other entity can refer to it.",
                    "@Id(generated = true)\nprivate long id;"));
            return;
        }
        // A database numbers one column of a table at most.
        columns.all().stream()
                .filter(each -> each.column().identity())
                .sorted(Comparator.comparing(AssembledColumn::name, Identifiers.ORDER))
                .skip(1)
                .forEach(each -> findings.add(Finding.of(
                        Tag.INVALID_VALUE,
                        each.leaf().field().place(),
                        "The table " + table + " has another generated @Id field already, and a database numbers one"
                                + " column of a table at most.",
                        "@Id without generated on this field")));
        List<Column> key = AssembledColumn.key(columns.all());
        if (!key.isEmpty()) {
            add(new PrimaryKey(TableParts.UNNAMED, names(key)), "pk_" + table.name(), Optional.empty(), entity.place());
        }
    }

    private void foreignKey(Leaf leaf, Reference reference, List<Column> own) {
        List<Column> key = keys.of(reference.entity());
        ReferentialAction onDelete = action(reference.onDelete(), own);
        ReferentialAction onUpdate = action(reference.onUpdate(), own);
        if (key.size() == own.size()) {
            ForeignKey foreignKey = new ForeignKey(
                    TableParts.UNNAMED, names(own), keys.table(reference.entity()), names(key), onDelete, onUpdate);
            add(foreignKey, stem("fk", own), reference.name(), leaf.field().place());
        }
    }

    private ReferentialAction action(Optional<Placed<ReferentialAction>> written, List<Column> own) {
        if (written.isEmpty()) {
            return ReferentialAction.NO_ACTION;
        }
        ReferentialAction action = written.get().value();
        Optional<Column> notNull = own.stream().filter(each -> !each.nullable()).findFirst();
        boolean needsDefault = action == ReferentialAction.SET_DEFAULT
                && own.stream().anyMatch(each -> !each.nullable() && each.defaultValue() == null);
        if (notNull.isPresent() && (action == ReferentialAction.SET_NULL || needsDefault)) {
            findings.add(Finding.of(
                    Tag.INVALID_VALUE,
                    written.get().place(),
                    action + " would store NULL in the column " + notNull.get().name() + ", which is NOT NULL.",
                    "Choose CASCADE or NO_ACTION, or make the field nullable."));
        }
        return action;
    }

    private void rule(DeclaredRule rule, List<Column> own) {
        if (rule instanceof Condition check) {
            condition(check, own);
            return;
        }
        OnColumns on = (OnColumns) rule;
        List<Column> meant = on.columns().isEmpty() ? own : columns.lookUp(on.columns());
        if (meant.isEmpty()) {
            return;
        }
        TableElement element = on.isUnique()
                ? new Unique(TableParts.UNNAMED, names(meant))
                : new Index(TableParts.UNNAMED, names(meant));
        add(element, stem(on.isUnique() ? "uq" : "ix", meant), on.name(), on.place());
    }

    private void condition(Condition check, List<Column> own) {
        String text = check.condition().value();
        SourceRef place = check.condition().place();
        Optional<String> problem = SqlText.problem(text);
        if (problem.isPresent()) {
            findings.add(Finding.of(
                    Tag.INVALID_VALUE,
                    place,
                    "This condition " + problem.get() + ", so it cannot stand in a statement.",
                    "@Check(\"<one condition>\")"));
            return;
        }
        String condition = SqlText.normalise(text);
        String column = own.isEmpty() ? "" : "_" + own.get(0).name();
        add(
                new Check(TableParts.UNNAMED, new Sql(condition)),
                "ck_" + table.name() + column + "_" + NameHash.of(condition),
                check.name(),
                place);
    }

    private String stem(String kind, List<Column> on) {
        return kind + "_" + table.name() + "_" + String.join("_", names(on));
    }

    private void add(TableElement element, String stem, Optional<Placed<String>> given, SourceRef place) {
        parts.add(new Part(element, stem, given, place));
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
