package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredEntity.Drop;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;

/** What stands in a field. */
public sealed interface FieldType {

    /**
     * A value of one column.
     *
     * @param type the column's type
     * @param constants the names of an enum's constants; empty for any other type. Compilers disagree on their order, so
     *     they are kept sorted.
     * @param declaration where the enum is declared; {@link SourceRef#NONE} for any other type
     */
    record Basic(ColumnType type, List<String> constants, SourceRef declaration) implements FieldType {
        /** Sorts the constants. */
        public Basic {
            constants = constants.stream().sorted().toList();
        }

        /**
         * A value that is no enum.
         *
         * @param type the column's type
         */
        public Basic(ColumnType type) {
            this(type, List.of(), SourceRef.NONE);
        }
    }

    /**
     * Another entity.
     *
     * @param entity the binary name of its class
     * @param columns the names of the referencing columns, in the order of the other entity's key; empty to derive them
     * @param onDelete what happens when the referenced row is deleted
     * @param onUpdate what happens when the referenced row's key changes
     * @param name the foreign key's name; empty to derive it
     */
    record Reference(
            String entity,
            List<Placed<String>> columns,
            Optional<Placed<ReferentialAction>> onDelete,
            Optional<Placed<ReferentialAction>> onUpdate,
            Optional<Placed<String>> name)
            implements FieldType {
        /** Copies the columns. */
        public Reference {
            columns = List.copyOf(columns);
        }
    }

    /**
     * An object whose fields are columns of the same table.
     *
     * @param prefix what stands before the names of its columns; empty to leave it to the naming strategy
     * @param fields its fields, in any order
     * @param drops what {@code @Dropped} on its class says
     */
    record Embedded(Optional<Placed<String>> prefix, List<DeclaredField> fields, List<Drop> drops)
            implements FieldType {
        /** Copies the lists. */
        public Embedded {
            fields = List.copyOf(fields);
            drops = List.copyOf(drops);
        }
    }
}
