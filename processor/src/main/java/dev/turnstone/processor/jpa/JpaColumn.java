package dev.turnstone.processor.jpa;

import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;

/**
 * A column and where it comes from.
 *
 * @param name its name in the database
 * @param logical the name that the source gives or implies
 * @param form what its values look like
 * @param nullable whether it may hold no value
 * @param identity whether the database numbers new rows in it
 * @param defaultSql what an insert without a value stores, in SQL; empty for nothing
 * @param comment the comment that the database keeps; empty for none
 * @param path the path of attributes from the entity, such as {@code address.street}
 * @param renamedFrom the old name that the source gives; empty for none
 * @param place its attribute
 */
record JpaColumn(
        String name,
        String logical,
        ColumnForm form,
        boolean nullable,
        boolean identity,
        String defaultSql,
        String comment,
        String path,
        String renamedFrom,
        SourceRef place) {

    /** A column with nothing but a name, a form and an origin. */
    static JpaColumn of(String name, String logical, ColumnForm form, boolean nullable, String path, SourceRef place) {
        return new JpaColumn(name, logical, form, nullable, false, "", "", path, "", place);
    }

    JpaColumn asIdentity() {
        return new JpaColumn(name, logical, form, false, true, "", comment, path, renamedFrom, place);
    }

    JpaColumn optional(boolean may) {
        return new JpaColumn(name, logical, form, may, identity, defaultSql, comment, path, renamedFrom, place);
    }

    JpaColumn withForm(ColumnForm other) {
        return new JpaColumn(name, logical, other, nullable, identity, defaultSql, comment, path, renamedFrom, place);
    }

    JpaColumn commented(String text) {
        return new JpaColumn(name, logical, form, nullable, identity, defaultSql, text, path, renamedFrom, place);
    }

    JpaColumn renamedFrom(String old) {
        return new JpaColumn(name, logical, form, nullable, identity, defaultSql, comment, path, old, place);
    }

    Column column() {
        return new Column(
                name,
                form.type(),
                nullable,
                identity || defaultSql.isEmpty() ? null : new DefaultValue.Sql(defaultSql),
                identity,
                comment);
    }
}
