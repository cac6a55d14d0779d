package dev.turnstone.dialect;

import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.DefaultValue;
import java.util.List;

/**
 * How a database is asked what it holds: queries of its own catalogues for all tables at once, and what the texts in the
 * answers mean.
 *
 * <p>A fact is a list of texts. The first says of what kind it is, the second names the table, and the others are, by kind
 * (null where there is none):
 *
 * <ul>
 *   <li>{@code table}: its comment
 *   <li>{@code column}: its name, its type, {@code YES} or {@code NO} for nullable, its default, {@code YES} or {@code NO}
 *       for identity, its comment
 *   <li>{@code primary key}, {@code unique}, {@code index}: its name, a column; a fact for each column, in the key's order
 *   <li>{@code foreign key}: its name, a column, the schema of the referenced table (null for the same schema), the
 *       referenced table, the referenced column, the rule for deletes and the rule for updates, such as {@code SET NULL};
 *       a fact for each column, in the key's order
 *   <li>{@code check}: its name, its condition
 *   <li>{@code remark}: a text for people about what the kinds above cannot say
 * </ul>
 *
 * What the kinds above cannot say wholly, such as an index of a part of the rows, is a remark and nothing else. Names are
 * as the database stores them.
 */
public interface Catalogue {

    /**
     * The questions about the tables of the session's current schema.
     *
     * @return queries whose rows are facts, or what {@link #facts} makes facts from
     */
    List<String> queries();

    /**
     * Turns rows into facts, for a database whose catalogue does not say them in so many words.
     *
     * @param rows the rows of all queries, in their order
     * @return the facts
     */
    default List<List<String>> facts(List<List<String>> rows) {
        return rows;
    }

    /**
     * What a type is called here.
     *
     * @param text the type in the database's words
     * @return the type that the dialect spells so; verbatim if there is none
     */
    ColumnType type(String text);

    /**
     * What a default means.
     *
     * @param type the column's type
     * @param text the default in the database's words
     * @return a constant if the text is plainly one, null if it is NULL, else the expression
     */
    DefaultValue defaultValue(ColumnType type, String text);

    /**
     * What a check demands.
     *
     * @param text the condition in the database's words
     * @return the values that a column may hold if the text says just that, else the expression
     */
    Condition condition(String text);
}
