package dev.turnstone.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table. The order of columns, constraints and indexes carries no meaning, so each list is kept sorted by name: two
 * tables are equal when they consist of the same parts.
 *
 * @param name the table's name
 * @param comment the comment that the database keeps; empty for none, never null
 * @param columns the columns
 * @param constraints primary key, unique constraints, foreign keys and checks
 * @param indexes the indexes that are no constraints
 */
public record Table(
        TableName name, String comment, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {

    /** Sorts the parts; that names are unique and columns exist is checked by replay, not here. */
    public Table {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(comment, "comment");
        columns = Named.sorted(columns);
        constraints = Named.sorted(constraints);
        indexes = Named.sorted(indexes);
    }

    /**
     * A table made of its elements, in any order.
     *
     * @param name the table's name
     * @param elements columns, constraints, indexes, and at most one comment
     * @return the table
     */
    public static Table of(TableName name, Collection<? extends TableElement> elements) {
        String comment = "";
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                columns.add(column);
            } else if (element instanceof Constraint constraint) {
                constraints.add(constraint);
            } else if (element instanceof Index index) {
                indexes.add(index);
            } else if (element instanceof TableComment text) {
                comment = text.text();
            }
        }
        return new Table(name, comment, columns, constraints, indexes);
    }

    /**
     * The elements that {@link #of} makes this table from: the columns of the primary key first, then the other
     * columns, the constraints, the indexes and the comment.
     *
     * @return the elements, in a stable order
     */
    public List<TableElement> elements() {
        List<TableElement> elements = new ArrayList<>(columnsKeyFirst());
        elements.addAll(constraints);
        elements.addAll(indexes);
        if (!comment.isEmpty()) {
            elements.add(new TableComment(comment));
        }
        return elements;
    }

    /**
     * The columns as people expect to read them: those of the primary key first, in the key's order.
     *
     * @return all columns
     */
    public List<Column> columnsKeyFirst() {
        List<Column> ordered = new ArrayList<>();
        PrimaryKey key = primaryKey().orElse(null);
        for (String each : key == null ? List.<String>of() : key.columns()) {
            column(each).ifPresent(ordered::add);
        }
        for (Column column : columns) {
            if (key == null || !key.mentions(column.name())) {
                ordered.add(column);
            }
        }
        return ordered;
    }

    /**
     * Finds a column by name.
     *
     * @param columnName its name, in any letter case
     * @return the column, or empty
     */
    public Optional<Column> column(String columnName) {
        return Identifiers.find(columns, Column::name, columnName);
    }

    /**
     * Finds a constraint by name.
     *
     * @param constraintName its name, in any letter case
     * @return the constraint, or empty
     */
    public Optional<Constraint> constraint(String constraintName) {
        return Identifiers.find(constraints, Constraint::name, constraintName);
    }

    /**
     * Finds an index by name.
     *
     * @param indexName its name, in any letter case
     * @return the index, or empty
     */
    public Optional<Index> index(String indexName) {
        return Identifiers.find(indexes, Index::name, indexName);
    }

    /**
     * The primary key.
     *
     * @return the key, or empty if the table has none
     */
    public Optional<PrimaryKey> primaryKey() {
        List<PrimaryKey> keys = constraintsOf(PrimaryKey.class);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(0));
    }

    /**
     * The foreign keys.
     *
     * @return all of them, sorted by name
     */
    public List<ForeignKey> foreignKeys() {
        return constraintsOf(ForeignKey.class);
    }

    /**
     * The constraints of one kind.
     *
     * @param kind the kind's class
     * @param <C> the kind
     * @return all of them, sorted by name
     */
    public <C extends Constraint> List<C> constraintsOf(Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (kind.isInstance(constraint)) {
                found.add(kind.cast(constraint));
            }
        }
        return found;
    }

    /**
     * This table under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    public Table withName(TableName newName) {
        return new Table(newName, comment, columns, constraints, indexes);
    }

    /**
     * This table with another comment.
     *
     * @param text the comment; empty for none
     * @return a copy
     */
    public Table withComment(String text) {
        return new Table(name, text, columns, constraints, indexes);
    }

    /**
     * This table with other constraints.
     *
     * @param newConstraints all constraints
     * @return a copy
     */
    public Table withConstraints(List<Constraint> newConstraints) {
        return new Table(name, comment, columns, newConstraints, indexes);
    }
}
