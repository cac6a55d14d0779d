package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.jpa.Joins.Pair;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables between two entities. */
record JoinTables(Binder binder) {

    /** The table of a relation, under the name that is written or implied. */
    JpaTable table(JpaAttribute attribute, Scope scope, JpaEntity target, Optional<Note> written) {
        JpaEntity owner = scope.entity();
        String other = target.table.name.name();
        // Whichever name is used: in quotes if one of the tables is.
        String rest = binder.binding.settings.spring() ? JpaNames.likewise(attribute.name(), other) : other;
        String implicit = JpaNames.joined(owner.table.name.name(), rest);
        JpaTable table = binder.binding.table(
                written.map(binder.binding::readQualifier).orElse(""),
                written.flatMap(each -> each.text("name")).orElse(implicit),
                owner.type.name() + "#" + scope.pathOf(attribute),
                owner.table.own,
                attribute.place());
        written.ifPresent(each -> new TableRules(binder.binding).read(table, each, attribute.place()));
        return table;
    }

    /**
     * The columns that refer to one side.
     *
     * @param table the table between
     * @param written the join columns that the source gives
     * @param target the entity of that side
     * @param implicit the name of a column that has none
     * @param constraint the {@code @ForeignKey}
     * @param place where it is written
     * @param path the attribute's path
     * @param nullable whether the columns may be empty
     * @param onDelete what happens when a row of that side is deleted
     */
    List<JpaColumn> side(
            JpaTable table,
            List<Note> written,
            JpaEntity target,
            Function<JpaColumn, String> implicit,
            Optional<Note> constraint,
            SourceRef place,
            String path,
            boolean nullable,
            ReferentialAction onDelete) {
        List<Pair> pairs = binder.joins.pairs(written, target, implicit);
        List<JpaColumn> columns = new ArrayList<>();
        for (Pair pair : pairs) {
            JpaColumn column =
                    table.add(pair.column(binder.binding.names, nullable && !pair.isRequired(), path, place));
            columns.add(column);
            if (pair.written() != null && pair.written().says("unique", true)) {
                table.unique("", List.of(column), place);
            }
        }
        binder.joins.reference(
                table,
                columns,
                pairs,
                target,
                constraint.or(() -> Joins.constraint(Optional.empty(), written)),
                onDelete,
                place);
        return columns;
    }
}
