package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import java.util.List;
import java.util.Optional;

/**
 * What the source says of one field.
 *
 * @param name the field's name
 * @param place the field
 * @param type what stands in it
 * @param nullable whether its columns may hold no value
 * @param id its part in the primary key; empty for none
 * @param column what it says of its column
 * @param rules the indexes, unique constraints and checks that stand on the field
 * @param nullConflict where it says of its column what its type denies about null; empty if it does not
 */
public record DeclaredField(
        String name,
        SourceRef place,
        FieldType type,
        boolean nullable,
        Optional<KeyPart> id,
        ColumnFacts column,
        List<DeclaredRule> rules,
        Optional<SourceRef> nullConflict) {

    /** Copies the list. */
    public DeclaredField {
        rules = List.copyOf(rules);
    }

    /**
     * A field's part in the primary key.
     *
     * @param generated whether the database numbers new rows
     * @param order the place in a composite key
     */
    public record KeyPart(boolean generated, int order) {}

    /**
     * What a field says of its column; each part is empty if it says nothing.
     *
     * @param name the column's name
     * @param defaultValue what a row without a value holds
     * @param comment the comment
     * @param renamedFrom the old name of the column or field
     * @param rows what becomes of the rows that exist
     */
    public record ColumnFacts(
            Optional<Placed<String>> name,
            Optional<Default> defaultValue,
            Optional<Placed<String>> comment,
            Optional<Placed<String>> renamedFrom,
            RowFacts rows) {

        /** Says nothing. */
        public static final ColumnFacts NONE =
                new ColumnFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), RowFacts.NONE);
    }

    /**
     * What a field says of the rows that exist; each part is empty if it says nothing.
     *
     * @param fill what rows without a value get
     * @param using the SQL expression by which values get their new type
     * @param back the one by which they get the old type again
     */
    public record RowFacts(Optional<Default> fill, Optional<Placed<String>> using, Optional<Placed<String>> back) {

        /** Says nothing. */
        public static final RowFacts NONE = new RowFacts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A value that the source gives to rows: a default, or what fills a column.
     *
     * @param isSql true for an SQL expression, false for a constant
     * @param text the expression or constant
     */
    public record Default(boolean isSql, Placed<String> text) {}
}
