package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table whose constraints and indexes have no final names yet.
 *
 * @param name the table
 * @param entity its entity
 * @param columns its columns
 * @param parts its constraints and indexes
 */
record TableParts(TableName name, DeclaredEntity entity, List<AssembledColumn> columns, List<Part> parts) {

    /** The name that parts have before they are named, so that equal ones are found. */
    static final String UNNAMED = "?";

    /**
     * A constraint or an index.
     *
     * @param element the constraint or index, under the name {@link #UNNAMED}
     * @param stem what a derived name says
     * @param given the name that the source gives; empty to derive it
     * @param place where it is written
     */
    record Part(TableElement element, String stem, Optional<Placed<String>> given, SourceRef place) {

        /** The constraint or index under its final name. */
        TableElement named(String name) {
            return element instanceof Index index ? index.withName(name) : ((Constraint) element).withName(name);
        }
    }
}
