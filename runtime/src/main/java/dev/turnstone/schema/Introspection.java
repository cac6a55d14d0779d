package dev.turnstone.schema;

import java.util.List;

/**
 * What a schema of a database holds. Two databases whose introspections are equal have the same tables.
 *
 * @param schema the tables, their names as the database stores them
 * @param remarks one sentence for each thing that a {@link Schema} cannot say, such as an index of a part of the rows, a
 *     generated column or a constraint that was not validated; sorted
 */
public record Introspection(Schema schema, List<String> remarks) {

    /** Sorts the remarks. */
    public Introspection {
        remarks = remarks.stream().sorted().toList();
    }
}
