package dev.turnstone.processor.emit;

import java.util.List;

/**
 * All migrations of one compilation, to write as Java.
 *
 * @param name the name under which databases keep them
 * @param packageName the package of the classes; empty for the unnamed one
 * @param toolVersion the version of Turnstone
 * @param headFingerprint the fingerprint of the newest saved migration
 * @param migrations the migrations, oldest first
 * @param draft whether the last one is a draft
 */
public record EmittedSet(
        String name,
        String packageName,
        String toolVersion,
        String headFingerprint,
        List<EmittedMigration> migrations,
        boolean draft) {

    /** Copies the migrations. */
    public EmittedSet {
        migrations = List.copyOf(migrations);
    }
}
