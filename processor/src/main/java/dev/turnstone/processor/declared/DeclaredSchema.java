package dev.turnstone.processor.declared;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param rowHints what {@code @Fill} and {@code @Convert} say, for one column each
 * @param places where in the source a table, or a column by {@code table.column}, comes from, and what else is
 *     known of a column's source; keys by {@link #key}
 * @param steps the data migrations and steps of SQL that no saved migration has yet, in the order in which they run
 */
public record DeclaredSchema(
        Schema schema,
        Mapping mapping,
        Set<String> derivedNames,
        List<DropHint> dropHints,
        List<RowHint> rowHints,
        Map<String, SourceRef> places,
        List<DeclaredStep> steps) {

    private static final DeclaredSchema EMPTY =
            new DeclaredSchema(Schema.EMPTY, Mapping.EMPTY, Set.of(), List.of(), List.of(), Map.of());

    /**
     * What entities say, without data migrations and steps of SQL.
     *
     * @param schema the schema that the entities ask for
     * @param mapping the classes and fields behind it
     * @param derivedNames the names that Turnstone made
     * @param dropHints what {@code @Dropped} says
     * @param rowHints what {@code @Fill} and {@code @Convert} say
     * @param places where in the source a table or a column comes from
     */
    public DeclaredSchema(
            Schema schema,
            Mapping mapping,
            Set<String> derivedNames,
            List<DropHint> dropHints,
            List<RowHint> rowHints,
            Map<String, SourceRef> places) {
        this(schema, mapping, derivedNames, dropHints, rowHints, places, List.of());
    }

    /**
     * The same entities with data migrations and steps of SQL.
     *
     * @param newSteps those that no saved migration has yet, in any order
     * @return a copy
     */
    public DeclaredSchema withSteps(List<DeclaredStep> newSteps) {
        return new DeclaredSchema(
                schema,
                mapping,
                derivedNames,
                dropHints,
                rowHints,
                places,
                newSteps.stream().sorted(DeclaredStep.ORDER).toList());
    }

    /**
     * This, and what other entities of the same compilation say.
     *
     * @param other the rest; of places that both have, its count
     * @return both
     */
    public DeclaredSchema and(DeclaredSchema other) {
        if (equals(EMPTY)) {
            return other;
        }
        Map<String, SourceRef> allPlaces = new HashMap<>(places);
        allPlaces.putAll(other.places);
        return new DeclaredSchema(
                schema.and(other.schema),
                new Mapping(both(mapping.tables(), other.mapping.tables())),
                Set.copyOf(both(List.copyOf(derivedNames), List.copyOf(other.derivedNames))),
                both(dropHints, other.dropHints),
                both(rowHints, other.rowHints),
                allPlaces,
                both(steps, other.steps));
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
     * Where a step comes from.
     *
     * @param operation what runs
     * @return the place of its class or annotation, or {@link SourceRef#NONE}
     */
    public SourceRef place(Operation operation) {
        return steps.stream()
                .filter(step -> step.operation().equals(operation))
                .map(DeclaredStep::place)
                .findFirst()
                .orElse(SourceRef.NONE);
    }

    /**
     * Tells whether a data migration gives a column its values.
     *
     * @param table the table
     * @param column the column
     * @return true if one says so
     */
    public boolean isFilled(TableName table, String column) {
        return steps.stream()
                .flatMap(step -> step.fills().stream())
                .anyMatch(fill -> fill.value().equalsIgnoreCase(table + "." + column));
    }

    /**
     * Where a field comes from that embeds others.
     *
     * @param table the table
     * @param path the field's path from the entity, such as {@code home}
     * @return the place of the field, or else of its entity
     */
    public SourceRef embedding(TableName table, String path) {
        return places.getOrDefault(embeddingKey(table, path), place(table));
    }

    static String embeddingKey(TableName table, String path) {
        return key(table, "\n" + path);
    }

    /**
     * What the source says of the rows that exist, for one column.
     *
     * @param table the table
     * @param column the column
     * @param fill what rows without a value get; empty for nothing
     * @param convert how values get their new type; empty to leave it to the database
     */
    public record RowHint(
            TableName table, String column, Optional<Placed<DefaultValue>> fill, Optional<Placed<Convert>> convert) {}

    /**
     * How values change with their column's type.
     *
     * @param using the SQL expression for the new value
     * @param back the one for the old value; empty to leave it to the database
     */
    public record Convert(String using, String back) {}

    /**
     * Where the enum of a column is declared.
     *
     * @param table the table
     * @param column a column
     * @return the place of the enum, or of the field if that is not known
     */
    public SourceRef enumPlace(TableName table, String column) {
        return places.getOrDefault(enumKey(table, column), place(table, column));
    }

    /**
     * Where a field contradicts itself about NULL.
     *
     * @param table the table
     * @param column a column
     * @return where its column is said to be nullable or not; empty if that agrees with the field's type
     */
    public Optional<SourceRef> nullConflict(TableName table, String column) {
        return Optional.ofNullable(places.get(nullConflictKey(table, column)));
    }

    /**
     * Tells whether a table comes from JPA entities, to which other annotations can be pasted.
     *
     * @param table the table
     * @return true if so
     */
    public boolean isJpa(TableName table) {
        return places.containsKey(jpaKey(table));
    }

    /**
     * The key in {@link #places} that a table of JPA entities has.
     *
     * @param table the table
     * @return no name of a part gives it
     */
    public static String jpaKey(TableName table) {
        return key(table, "\n\njpa");
    }

    static String enumKey(TableName table, String column) {
        return key(table, column) + "\nenum";
    }

    static String nullConflictKey(TableName table, String column) {
        return key(table, column) + "\nnull";
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
