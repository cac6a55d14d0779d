package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredField.ColumnFacts;
import dev.turnstone.processor.declared.DeclaredField.Default;
import dev.turnstone.processor.declared.FieldType.Basic;
import dev.turnstone.processor.declared.FieldType.Reference;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes columns of fields. */
final class ColumnAssembler {

    private final Naming naming;
    private final Keys keys;
    private final List<Finding> findings;
    private final WrittenValues values;

    ColumnAssembler(Naming naming, Keys keys, List<Finding> findings) {
        this.naming = naming;
        this.keys = keys;
        this.findings = findings;
        this.values = new WrittenValues(findings);
    }

    /** The columns of a field: several for a reference to a composite key, none if the field is wrong. */
    List<AssembledColumn> columns(Leaf leaf) {
        if (leaf.field().type() instanceof Basic basic) {
            String name = leaf.field()
                    .column()
                    .name()
                    .map(Placed::value)
                    .orElse(naming.sqlName(leaf.field().name()));
            // A hint inside an embedded object may be a field's name, which no one else can find by this path.
            String oldName = leaf.renamedFrom()
                    .map(old -> leaf.isEmbedded() ? naming.sqlName(old) : old)
                    .orElse(name);
            values.checkConversion(facts(leaf).rows());
            return List.of(column(
                    leaf,
                    name,
                    oldName,
                    basic.type(),
                    values.value(facts(leaf).defaultValue(), "Default", basic.type(), basic.constants()),
                    values.value(facts(leaf).rows().fill(), "Fill", basic.type(), basic.constants())));
        }
        return referencing(leaf, (Reference) leaf.field().type());
    }

    private List<AssembledColumn> referencing(Leaf leaf, Reference reference) {
        List<Column> key = keys.of(reference.entity());
        if (key.isEmpty()) {
            keys.whyMissing(leaf, reference.entity()).ifPresent(findings::add);
            return List.of();
        }
        List<Placed<String>> given = reference.columns().isEmpty()
                ? leaf.field().column().name().stream().toList()
                : reference.columns();
        if (!given.isEmpty() && given.size() != key.size()) {
            String names = String.join(", ", key.stream().map(Column::name).toList());
            invalid(
                    given.get(0).place(),
                    "The key of " + reference.entity() + " has " + key.size() + " column(s): " + names + "; but "
                            + given.size() + " are named here.",
                    "@Reference(column = {...}) with one name for each of them, in this order; or no names.");
            return List.of();
        }
        ColumnFacts facts = facts(leaf);
        DefaultValue defaultValue = referenceValue(facts.defaultValue(), "Default", key);
        DefaultValue fill = referenceValue(facts.rows().fill(), "Fill", key);
        if (key.size() == 1) {
            values.checkConversion(facts.rows());
        } else {
            facts.rows().using().ifPresent(text -> refuseForMany(text.place(), "conversion", "Convert", key));
        }
        List<AssembledColumn> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Column target = key.get(i);
            String name = given.isEmpty()
                    ? naming.reference(leaf.field().name(), target.name())
                    : given.get(i).value();
            String oldName = leaf.renamedFrom()
                    .map(old -> oldReference(leaf, old, target.name(), key.size() == 1, given.isEmpty()))
                    .orElse(name);
            columns.add(column(leaf, name, oldName, target.type(), defaultValue, fill));
        }
        return columns;
    }

    /** Of several columns each follows the field's old name; a single one may be hinted by its own. */
    private String oldReference(Leaf leaf, String old, String keyColumn, boolean single, boolean derived) {
        boolean isColumn = single && (!leaf.isEmbedded() || !derived || old.endsWith("_" + keyColumn));
        return isColumn ? old : naming.reference(old, keyColumn);
    }

    private DefaultValue referenceValue(Optional<Default> declared, String annotation, List<Column> key) {
        if (key.size() == 1) {
            return values.value(declared, annotation, key.get(0).type(), List.of());
        }
        declared.ifPresent(
                each -> refuseForMany(each.text().place(), annotation.toLowerCase(Locale.ROOT), annotation, key));
        return null;
    }

    private void refuseForMany(SourceRef place, String what, String annotation, List<Column> key) {
        invalid(
                place,
                "The field has " + key.size() + " columns, so one " + what + " does not fit.",
                "Remove @" + annotation + ".");
    }

    private static ColumnFacts facts(Leaf leaf) {
        return leaf.field().column();
    }

    private static AssembledColumn column(
            Leaf leaf, String name, String oldName, ColumnType type, DefaultValue defaultValue, DefaultValue fill) {
        DeclaredField field = leaf.field();
        boolean generated = leaf.id().map(DeclaredField.KeyPart::generated).orElse(false);
        boolean nullable = field.nullable() && leaf.id().isEmpty();
        String comment = field.column().comment().map(Placed::value).orElse("");
        return new AssembledColumn(
                new Column(leaf.prefix() + name, type, nullable, generated ? null : defaultValue, generated, comment),
                leaf,
                oldName(leaf, oldName),
                fill);
    }

    /** Where a prefix that was written hides the embedding field's old name, the old path tells which column is meant. */
    private static String oldName(Leaf leaf, String oldName) {
        boolean renamed = leaf.renamedFrom().isPresent() || !leaf.prefix().equals(leaf.oldPrefix());
        return renamed ? leaf.oldPrefix() + oldName : leaf.oldPath().equals(leaf.path()) ? "" : leaf.oldPath();
    }

    private void invalid(SourceRef place, String text, String fix) {
        findings.add(Finding.of(Tag.INVALID_VALUE, place, text, fix));
    }
}
