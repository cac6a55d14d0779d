package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0013_add_c13}.
 */
@SuppressWarnings("all")
final class M0013_AddC13 extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post ADD COLUMN c13 VARCHAR(13) DEFAULT 'none' NOT NULL;
     * ALTER TABLE post ALTER COLUMN c13 DROP DEFAULT;
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("post").addColumn(column("c13", varchar(13)).notNull(), literal("none"));
    }

    /**
     * Takes the change back.
     *
     * <p>What is lost by it: the values of post.c13.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post DROP COLUMN c13;
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("post").dropColumn(column("c13", varchar(13)).notNull(), literal("none"));
    }
}
