package dev.turnstone.processor.diff;

import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much a vanished table or column is like a new one. It decides where a question is asked and which answer stands
 * first, never what is done. Places in the source play no part: the snapshot has none, and compilers disagree on them.
 */
final class Likeness {

    private static final int SAME_TYPE = 8;
    private static final int NEAR_NAME = 6;
    private static final int SAME_FAMILY = 2;
    private static final int SAME_TIE = 2;

    private Likeness() {}

    /** 0 for columns of types and names that have nothing in common. */
    static int ofColumns(Table before, Column vanished, Table after, Column added) {
        int like = likeType(vanished.type(), added.type()) + (isNear(vanished.name(), added.name()) ? NEAR_NAME : 0);
        return like == 0
                ? 0
                : like
                        + (vanished.nullable() == added.nullable() ? 1 : 0)
                        + SAME_TIE * common(ties(before, vanished), ties(after, added));
    }

    private static int likeType(ColumnType before, ColumnType after) {
        return before.equals(after) ? SAME_TYPE : family(before).equals(family(after)) ? SAME_FAMILY : 0;
    }

    private static String family(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> "number";
            case CHAR, VARCHAR, TEXT -> "text";
            case DATE, TIMESTAMP, TIMESTAMP_TZ -> "day";
            case VARBINARY, BLOB -> "bytes";
            default -> type.toString();
        };
    }

    private static boolean isNear(String before, String after) {
        return Suggestion.nearest(before, List.of(after)).isPresent();
    }

    /** What binds a column: keys and indexes, without the column's own name. */
    private static Set<String> ties(Table table, Column column) {
        Set<String> ties = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint.mentions(column.name())) {
                ties.add(
                        constraint instanceof ForeignKey key
                                ? "references " + other(table, key)
                                : new Part(constraint).kind().name());
            }
        }
        for (Index index : table.indexes()) {
            if (Identifiers.contains(index.columns(), column.name())) {
                ties.add("index");
            }
        }
        return ties;
    }

    private static String other(Table table, ForeignKey key) {
        // A table that refers to itself still does so under another name.
        return key.table().same(table.name())
                ? "itself"
                : key.table().toString().toLowerCase(Locale.ROOT);
    }

    /** 0 for tables that share less than half of the columns of the vanished one, unless their names are near. */
    static int ofTables(Schema before, Table vanished, Schema after, Table added) {
        int size = vanished.columns().size();
        int shared = shared(vanished, added);
        int like = (shared > 0 && 2 * shared >= size
                        ? 2 * SAME_TYPE * shared / (size + added.columns().size())
                        : 0)
                + (isNear(vanished.name().toString(), added.name().toString()) ? NEAR_NAME : 0);
        return like == 0 ? 0 : like + SAME_TIE * common(ties(before, vanished), ties(after, added));
    }

    /** How many columns two tables have in common. */
    private static int shared(Table vanished, Table added) {
        int shared = 0;
        for (Column column : vanished.columns()) {
            boolean same = added.column(column.name())
                    .filter(other -> other.type().equals(column.type()))
                    .isPresent();
            shared += same ? 1 : 0;
        }
        return shared;
    }

    /** What binds a table: its keys, what it refers to, and what refers to it. */
    private static Set<String> ties(Schema schema, Table table) {
        Set<String> ties = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof PrimaryKey key) {
                ties.add("key " + key.columns());
            } else if (constraint instanceof Unique unique) {
                ties.add("unique " + unique.columns());
            } else if (constraint instanceof ForeignKey key) {
                ties.add("references " + other(table, key));
            }
        }
        for (Table source : schema.tables()) {
            for (ForeignKey key : source.foreignKeys()) {
                if (key.table().same(table.name()) && !source.name().same(table.name())) {
                    ties.add("from " + source.name().toString().toLowerCase(Locale.ROOT));
                }
            }
        }
        return ties;
    }

    private static int common(Set<String> first, Set<String> second) {
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return common.size();
    }
}
