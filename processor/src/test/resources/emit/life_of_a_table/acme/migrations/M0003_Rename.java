package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0003_rename}.
 */
@SuppressWarnings("all")
final class M0003_Rename extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post RENAME TO entry;
     * ALTER TABLE entry ALTER COLUMN slug RENAME TO address;
     * ALTER TABLE entry ALTER COLUMN address DROP NOT NULL;
     * ALTER TABLE entry ALTER COLUMN address SET DATA TYPE VARCHAR(200);
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("post").rename("entry");
        changes.table("entry").renameColumn("slug", "address");
        changes.table("entry").alterColumn(
                column("address", varchar(80)).notNull(),
                column("address", varchar(200)));
    }

    /**
     * Takes the change back.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE entry ALTER COLUMN address SET DATA TYPE VARCHAR(80);
     * ALTER TABLE entry ALTER COLUMN address SET NOT NULL;
     * ALTER TABLE entry ALTER COLUMN address RENAME TO slug;
     * ALTER TABLE entry RENAME TO post;
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("entry").alterColumn(
                column("address", varchar(200)),
                column("address", varchar(80)).notNull());
        changes.table("entry").renameColumn("address", "slug");
        changes.table("entry").rename("post");
    }
}
