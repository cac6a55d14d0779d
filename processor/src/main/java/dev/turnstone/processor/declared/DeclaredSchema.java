package dev.turnstone.processor.declared;

import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the entities of one compilation say, all of them together; the compiler ends here.
 *
 * @param schema the schema that the entities ask for
 * @param mapping the classes and fields behind it
 * @param derivedNames the names of constraints and indexes that the source did not give but Turnstone made; these give
 *     way to whatever name the same constraint or index has already
 * @param dropHints what {@code @Dropped} says
 * @param places where in the source a table, or a column by {@code table.column}, comes from; keys by {@link #key}
 */
public record DeclaredSchema(
        Schema schema,
        Mapping mapping,
        Set<String> derivedNames,
        List<DropHint> dropHints,
        Map<String, SourceRef> places) {

    /**
     * This, and what other entities of the same compilation say.
     *
     * @param other the rest; of places that both have, its count
     * @return both
     */
    public DeclaredSchema and(DeclaredSchema other) {
        Map<String, SourceRef> allPlaces = new HashMap<>(places);
        allPlaces.putAll(other.places);
        return new DeclaredSchema(
                schema.and(other.schema),
                new Mapping(both(mapping.tables(), other.mapping.tables())),
                Set.copyOf(both(List.copyOf(derivedNames), List.copyOf(other.derivedNames))),
                both(dropHints, other.dropHints),
                allPlaces);
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /**
     * The key of a table in {@link #places}.
     *
     * @param table the table
     * @return its name in lower case
     */
    public static String key(TableName table) {
        return table.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * The key of a column, a constraint or an index in {@link #places}.
     *
     * @param table the table
     * @param part the name of the column, the constraint or the index
     * @return both names in lower case
     */
    public static String key(TableName table, String part) {
        return key(table) + "\n" + part.toLowerCase(Locale.ROOT);
    }

    /**
     * Where a table comes from.
     *
     * @param table the table
     * @return the place of its entity, or {@link SourceRef#NONE}
     */
    public SourceRef place(TableName table) {
        return places.getOrDefault(key(table), SourceRef.NONE);
    }

    /**
     * Where a column comes from.
     *
     * @param table the table
     * @param part the column, constraint or index
     * @return the place of its field, or else of its entity
     */
    public SourceRef place(TableName table, String part) {
        return places.getOrDefault(key(table, part), place(table));
    }

    /**
     * What {@code @Dropped} says of one table or column.
     *
     * @param table the table whose column it names; null if it names a table
     * @param name the column's or the table's name as written
     * @param reason why; empty if the source does not say
     * @param place where it is written
     */
    public record DropHint(TableName table, String name, String reason, SourceRef place) {}
}
