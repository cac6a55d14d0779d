package acme.migrations;

import static dev.turnstone.schema.Definitions.*;

import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;

/**
 * The migration {@code 0002_add_slug}.
 */
@SuppressWarnings("all")
final class M0002_AddSlug extends Migration {
    /**
     * Changes the database.
     *
     * <p>h2:
     * <pre>
     * ALTER TABLE post ADD COLUMN slug VARCHAR(80) DEFAULT 'none' NOT NULL;
     * ALTER TABLE post ALTER COLUMN slug DROP DEFAULT;
     * CREATE INDEX post_slug_ix ON post (slug);
     * </pre>
     */
    @Override
    protected void up(Changes changes) {
        changes.table("post").addColumn(column("slug", varchar(80)).notNull(), literal("none"));
        changes.table("post").add(index("post_slug_ix", "slug"));
    }

    /**
     * Takes the change back.
     *
     * <p>What is lost by it: the values of post.slug.
     *
     * <p>h2:
     * <pre>
     * DROP INDEX post_slug_ix;
     * ALTER TABLE post DROP COLUMN slug;
     * </pre>
     */
    @Override
    protected void down(Changes changes) {
        changes.table("post").drop(index("post_slug_ix", "slug"));
        changes.table("post").dropColumn(column("slug", varchar(80)).notNull(), literal("none"));
    }
}
