package dev.turnstone.processor.emit;

import dev.turnstone.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All migrations of one compilation, to write as Java.
 *
 * @param name the name under which databases keep them
 * @param packageName the package of the classes; empty for the unnamed one
 * @param toolVersion the version of Turnstone
 * @param headFingerprint the fingerprint of the newest saved migration
 * @param migrations the migrations, oldest first
 * @param draft whether the last one is a draft
 * @param checkpoint the checkpoint; empty if there is none
 */
public record EmittedSet(
        String name,
        String packageName,
        String toolVersion,
        String headFingerprint,
        List<EmittedMigration> migrations,
        boolean draft,
        Optional<EmittedCheckpoint> checkpoint) {

    /** How many old migrations share a source file. */
    private static final int SHARING = 10;

    /** How many saved migrations have files of their own at least. */
    private static final int ALONE = 2;

    /** Copies the migrations. */
    public EmittedSet {
        migrations = List.copyOf(migrations);
    }

    /**
     * The migrations that cannot be made any more: they come first, and have no source.
     *
     * @return their places in the chain, oldest first
     */
    List<MigrationSet.Entry> pruned() {
        return checkpoint.map(EmittedCheckpoint::pruned).orElse(List.of());
    }

    /**
     * The migrations by source file. A file costs the compiler more than the class in it, so old migrations, which nobody
     * changes and few read, share one. The newest saved ones and the draft have files of their own.
     *
     * @return one list for each file, oldest first
     */
    public List<List<EmittedMigration>> files() {
        int saved = migrations.size() - (draft ? 1 : 0);
        int sharing = Math.max(0, saved - ALONE) / SHARING * SHARING;
        List<List<EmittedMigration>> files = new ArrayList<>();
        for (int i = 0; i < migrations.size(); ) {
            int end = i < sharing ? i + SHARING : i + 1;
            files.add(migrations.subList(i, end));
            i = end;
        }
        return files;
    }
}
