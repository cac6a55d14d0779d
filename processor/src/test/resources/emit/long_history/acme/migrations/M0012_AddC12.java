package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0012_add_c12}.
 */
@SuppressWarnings("all")
final class M0012_AddC12 extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post ADD COLUMN c12 VARCHAR(12) DEFAULT 'none' NOT NULL;
     * ALTER TABLE post ALTER COLUMN c12 DROP DEFAULT;
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("post").addColumn(column("c12", varchar(12)).notNull(), literal("none"));
    }

    /**
     * Takes the change back.
     *
     * <p>What is lost by it: the values of post.c12.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post DROP COLUMN c12;
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("post").dropColumn(column("c12", varchar(12)).notNull(), literal("none"));
    }
}
