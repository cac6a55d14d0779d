package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.jpa.JpaTable.Reference;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Columns that refer to those of another table, and their foreign keys. */
final class Joins {

    private final Binding binding;
    private final Keys keys;

    Joins(Binding binding, Keys keys) {
        this.binding = binding;
        this.keys = keys;
    }

    /**
     * A referencing column before it is one.
     *
     * @param logical its name
     * @param target the column that it refers to
     * @param written its {@code @JoinColumn}; null for none
     */
    record Pair(String logical, JpaColumn target, Note written) {

        boolean isRequired() {
            return written != null && written.says("nullable", false);
        }

        JpaColumn column(JpaNames names, boolean nullable, String path, SourceRef place) {
            ColumnForm form = written == null
                    ? ColumnForm.of(target.form().type())
                    : written.text("columnDefinition")
                            .map(each -> ColumnForm.of(ColumnType.verbatim(each)))
                            .orElse(ColumnForm.of(target.form().type()));
            return JpaColumn.of(names.physical(logical), logical, form, nullable, path, place);
        }
    }

    /** The join columns that are written at a place. */
    static List<Note> written(Notes notes) {
        return notes.jpa("JoinColumn", "JoinColumns");
    }

    /**
     * Finds out which column refers to which.
     *
     * @param written what the source says of the columns; empty for nothing
     * @param target the entity that they refer to
     * @param implicit the name of a column that has none, by the column that it refers to
     */
    List<Pair> pairs(List<Note> written, JpaEntity target, Function<JpaColumn, String> implicit) {
        List<JpaColumn> key = keys.of(target);
        List<Pair> pairs = new ArrayList<>();
        if (written.isEmpty()) {
            key.forEach(each -> pairs.add(new Pair(implied(implicit, each, target), each, null)));
        }
        for (int i = 0; i < written.size(); i++) {
            Note note = written.get(i);
            Optional<String> named = note.text("referencedColumnName");
            Optional<JpaColumn> referenced = named.isPresent()
                    ? find(target, named.get())
                    : i < key.size() ? Optional.of(key.get(i)) : Optional.empty();
            if (referenced.isPresent()) {
                pairs.add(new Pair(
                        note.text("name").orElseGet(() -> implied(implicit, referenced.get(), target)),
                        referenced.get(),
                        note));
            } else {
                binding.unsupported(
                        note.place(),
                        "This column refers to " + named.orElse("a column") + ", which the entity " + target.name
                                + " does not have.",
                        "referencedColumnName = \"<a column of " + target.name + ">\"");
            }
        }
        return pairs;
    }

    /** A name that is made of another is quoted where that of the table is. */
    private static String implied(Function<JpaColumn, String> implicit, JpaColumn column, JpaEntity target) {
        String name = implicit.apply(column);
        return target.table.name.name().startsWith("\"") ? '`' + JpaNames.unquoted(name) + '`' : name;
    }

    private Optional<JpaColumn> find(JpaEntity target, String column) {
        for (JpaEntity each = target; each != null; each = each.parent) {
            for (JpaTable table : each.secondary.values()) {
                Optional<JpaColumn> found = table.find(column, binding.names);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Where a column of an entity lies. */
    JpaTable tableOf(JpaEntity target, JpaColumn column) {
        for (JpaEntity each = target; each != null; each = each.parent) {
            for (JpaTable table : each.secondary.values()) {
                if (table.column(column.name()).isPresent()) {
                    return table;
                }
            }
        }
        return target.table;
    }

    /**
     * Adds a foreign key, unless the source forbids it.
     *
     * @param table the referencing table
     * @param columns the referencing columns
     * @param pairs what they refer to
     * @param target the entity that they refer to
     * @param constraint the {@code @ForeignKey}
     * @param onDelete what happens when the referenced row is deleted
     * @param place where it is written
     */
    void reference(
            JpaTable table,
            List<JpaColumn> columns,
            List<Pair> pairs,
            JpaEntity target,
            Optional<Note> constraint,
            ReferentialAction onDelete,
            SourceRef place) {
        boolean forbidden = constraint
                .flatMap(each -> each.constant("value"))
                .filter("NO_CONSTRAINT"::equals)
                .isPresent();
        boolean nowhere = target.isUnion() && target.type.isAbstract();
        if (forbidden || nowhere || pairs.isEmpty()) {
            return;
        }
        table.references.add(new Reference(
                constraint.flatMap(each -> each.text("name")).orElse(""),
                columns.stream().map(JpaColumn::name).toList(),
                tableOf(target, pairs.get(0).target()),
                pairs.stream().map(each -> each.target().name()).toList(),
                onDelete,
                place));
    }

    /** The {@code @ForeignKey} of join columns. */
    static Optional<Note> constraint(Optional<Note> holder, List<Note> columns) {
        return holder.flatMap(each -> each.note("foreignKey"))
                .or(() -> columns.stream()
                        .flatMap(each -> each.note("foreignKey").stream())
                        .findFirst());
    }

    /** What {@code @OnDelete} says. */
    static ReferentialAction onDelete(Notes notes) {
        return switch (notes.hibernate("OnDelete")
                .flatMap(each -> each.constant("action"))
                .orElse("")) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET_NULL" -> ReferentialAction.SET_NULL;
            case "SET_DEFAULT" -> ReferentialAction.SET_DEFAULT;
            case "RESTRICT" -> ReferentialAction.RESTRICT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
