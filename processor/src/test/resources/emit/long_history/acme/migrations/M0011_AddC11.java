package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0011_add_c11}.
 */
@SuppressWarnings("all")
final class M0011_AddC11 extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post ADD COLUMN c11 VARCHAR(11) DEFAULT 'none' NOT NULL;
     * ALTER TABLE post ALTER COLUMN c11 DROP DEFAULT;
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("post").addColumn(column("c11", varchar(11)).notNull(), literal("none"));
    }

    /**
     * Takes the change back.
     *
     * <p>What is lost by it: the values of post.c11.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post DROP COLUMN c11;
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("post").dropColumn(column("c11", varchar(11)).notNull(), literal("none"));
    }
}
