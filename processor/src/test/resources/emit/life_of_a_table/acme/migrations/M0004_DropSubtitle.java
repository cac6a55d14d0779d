package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0004_drop_subtitle}.
 */
@SuppressWarnings("all")
final class M0004_DropSubtitle extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE entry DROP COLUMN subtitle;
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("entry").dropColumn(column("subtitle", varchar(40)));
    }

    /**
     * Takes the change back.
     *
     * <p>What it cannot bring back: the values of entry.subtitle.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE entry ADD COLUMN subtitle VARCHAR(40);
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("entry").addColumn(column("subtitle", varchar(40)));
    }
}
