package dev.turnstone.processor.jpa;

import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table while it is put together. */
final class JpaTable {

    /**
     * Columns that belong together.
     *
     * @param name the name that the source gives; empty to have one made
     * @param columns the columns' names
     * @param place where it is written
     */
    record Group(String name, List<String> columns, SourceRef place) {}

    /**
     * A foreign key.
     *
     * @param name the name that the source gives; empty to have one made
     * @param columns the referencing columns
     * @param target the referenced table
     * @param references the referenced columns, in the order of the referencing ones
     * @param onDelete what happens when the referenced row is deleted
     * @param place where it is written
     */
    record Reference(
            String name,
            List<String> columns,
            JpaTable target,
            List<String> references,
            ReferentialAction onDelete,
            SourceRef place) {}

    final TableName name;
    final String owner;
    final boolean own;
    final SourceRef place;
    final List<String> key = new ArrayList<>();
    final List<Group> uniques = new ArrayList<>();
    final List<Group> indexes = new ArrayList<>();
    final List<Reference> references = new ArrayList<>();
    final Map<String, Condition> checks = new LinkedHashMap<>();
    String comment = "";
    String renamedFrom = "";

    private final Map<String, JpaColumn> columns = new TreeMap<>(Identifiers.ORDER);

    /**
     * An empty table.
     *
     * @param name its name
     * @param owner what stands for it in the mapping: a class, or a class and an attribute
     * @param own whether it belongs to this migration set
     * @param place where it comes from
     */
    JpaTable(TableName name, String owner, boolean own, SourceRef place) {
        this.name = name;
        this.owner = owner;
        this.own = own;
        this.place = place;
    }

    /** Adds a column, unless there is one of that name: several attributes may share one. */
    JpaColumn add(JpaColumn column) {
        JpaColumn first = columns.putIfAbsent(column.name(), column);
        return first == null ? column : first;
    }

    void replace(JpaColumn column) {
        columns.put(column.name(), column);
    }

    List<JpaColumn> columns() {
        return List.copyOf(columns.values());
    }

    /** The column that an annotation means: by its name in the database or by the name that the source gave it. */
    Optional<JpaColumn> find(String written, JpaNames names) {
        String logical = JpaNames.unquoted(written);
        JpaColumn exact = columns.get(logical);
        if (exact == null) {
            exact = columns.get(names.physical(written));
        }
        return exact != null
                ? Optional.of(exact)
                : columns.values().stream()
                        .filter(each -> Identifiers.same(each.logical(), logical))
                        .findFirst();
    }

    Optional<JpaColumn> column(String physical) {
        return Optional.ofNullable(columns.get(physical));
    }

    /** The primary key, made NOT NULL. */
    void key(List<JpaColumn> parts) {
        key.clear();
        for (JpaColumn part : parts) {
            if (!key.contains(part.name())) {
                key.add(part.name());
            }
            if (part.nullable()) {
                replace(part.optional(false));
            }
        }
    }

    void unique(String given, List<JpaColumn> parts, SourceRef written) {
        uniques.add(new Group(given, parts.stream().map(JpaColumn::name).toList(), written));
    }
}
