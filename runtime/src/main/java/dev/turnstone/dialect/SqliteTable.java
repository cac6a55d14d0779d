package dev.turnstone.dialect;

import static dev.turnstone.dialect.SqliteSql.SQL;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table on its way through a migration, under whatever names. */
final class SqliteTable {

    /** Stands for the column in an expression; no text of a statement can hold it. */
    private static final String COLUMN = "\0";

    /** The name that it has before; null if the migration creates it. */
    final TableName first;

    /** What the migration creates; null if the table was there before. */
    final Table created;

    /** The name that it has now. */
    TableName name;

    /** The last operation that had to do with it. */
    int operation;

    /** Whether something of it changes after it was created. */
    boolean changed;

    boolean dropped;

    /** Whether something changes that SQLite cannot alter. */
    boolean rebuilt;

    /** Whether nothing is done to it on its own, as it is created, built anew or dropped. */
    boolean apart;

    /** Whether columns get their values at once, as an expression may need what is not there later. */
    boolean fillsEarly;

    /** How many columns get values. */
    int given;

    /** Whether an expression gives one of them. */
    boolean filledByExpression;

    /** Indexes to create at the end; null for one whose definition is that of the table after the migration. */
    final Map<String, Index> indexes = new TreeMap<>(Identifiers.ORDER);

    /** Names of new foreign keys. */
    final Set<String> foreignKeys = new TreeSet<>(Identifiers.ORDER);

    /** Columns that were dropped, but are in the file until the table is built anew. */
    final Set<String> leftover = new TreeSet<>(Identifiers.ORDER);

    /** Columns that are not in the file before the table is built anew. */
    private final Set<String> virtual = new TreeSet<>(Identifiers.ORDER);

    /** What is copied into columns where it is not just the column, by the name that the column has now. */
    private final Map<String, String> sources = new TreeMap<>(Identifiers.ORDER);

    SqliteTable(TableName name, Table created) {
        this.first = created == null ? name : null;
        this.created = created;
        this.name = name;
        this.apart = created != null;
    }

    /** Takes over what an earlier visit of all operations found. */
    void follow(SqliteTable seen, boolean renames) {
        rebuilt = seen.rebuilt;
        apart = seen.created != null || seen.rebuilt || seen.dropped;
        fillsEarly = seen.created == null && seen.filledByExpression && (renames || seen.given > 1);
    }

    boolean isRebuilt() {
        return rebuilt && created == null && !dropped;
    }

    /** Whether a column is in the file. */
    boolean holds(String column) {
        return !virtual.contains(column);
    }

    /** A column that is not in the file gets its values while the rows are copied. */
    void addVirtually(String column, String value) {
        sources.put(column, value);
        virtual.add(column);
    }

    void alter(List<Step> steps, String what) {
        steps.add(Step.of("ALTER TABLE " + SQL.names.quote(name) + " " + what));
    }

    /** A column that was dropped, but is there until the table is built anew, gives its name away. */
    void makeWay(List<Step> steps, String column) {
        if (leftover.remove(column)) {
            String other = "turnstone_old_" + column;
            alter(steps, "RENAME COLUMN " + SQL.names.quote(column) + " TO " + SQL.names.quote(other));
            leftover.add(other);
        }
    }

    /** A column gets the values of an expression over what there is now. */
    void convert(List<Step> steps, String column, String expression) {
        if (!apart) {
            steps.add(Step.of(SQL.update(name, column, expression)));
        } else if (!fillsEarly) {
            sources.put(column, expression);
        } else {
            // A column without a type takes any value as it is.
            String values = "turnstone_values_" + given;
            alter(steps, "ADD COLUMN " + values);
            steps.add(Step.of(SQL.update(name, values, expression)));
            leftover.add(values);
            sources.put(column, values);
        }
    }

    void drop(String column) {
        if (!virtual.remove(column)) {
            leftover.add(column);
        }
        sources.remove(column);
    }

    void rename(String from, String to) {
        String source = sources.remove(from);
        if (source != null) {
            sources.put(to, source);
        }
        if (virtual.remove(from)) {
            virtual.add(to);
        }
        indexes.replaceAll((key, index) -> index == null ? null : index.withColumnRenamed(from, to));
    }

    /** Texts and bytes never equal each other in SQLite, so one becomes the other; its other conversions lose nothing. */
    void convert(String column, ColumnType from, ColumnType to) {
        if (isBinary(from) != isBinary(to)) {
            change(column, "CAST(", isBinary(to) ? " AS BLOB)" : " AS TEXT)");
        }
    }

    private static boolean isBinary(ColumnType type) {
        return type.kind() == ColumnType.Kind.VARBINARY || type.kind() == ColumnType.Kind.BLOB;
    }

    void fillNulls(String column, String value) {
        change(column, "COALESCE(", ", " + value + ")");
    }

    private void change(String column, String before, String after) {
        sources.put(column, before + sources.getOrDefault(column, COLUMN) + after);
    }

    /** What is copied into a column. */
    String source(String column) {
        return sources.getOrDefault(column, COLUMN).replace(COLUMN, SQL.names.quote(column));
    }
}
