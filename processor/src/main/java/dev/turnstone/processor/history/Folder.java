package dev.turnstone.processor.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of the committed folder say, each by itself.
 *
 * @param dir the folder
 * @param migrations the migrations whose fingerprint fits their content, by number; a file that two branches wrote gives two
 * @param checkpoints the checkpoints whose fingerprint fits their content, by number
 * @param snapshots what the snapshot says; two where a merge left both sides in it
 * @param superseded the ids of migrations whose files are there though another one stands for them
 * @param unreadable the ids of files that have findings already
 * @param findings what is wrong with migrations and checkpoints
 * @param secondary what is wrong with the snapshot, and marks of a merge: of no interest while there are two branches
 */
record Folder(
        Path dir,
        List<SavedMigration> migrations,
        List<Checkpoint> checkpoints,
        List<Snapshot> snapshots,
        List<String> superseded,
        Set<String> unreadable,
        Findings findings,
        Findings secondary) {

    /** The checkpoint with which the history begins, as what it replaces is not there. */
    Optional<Checkpoint> root() {
        return History.root(migrations, checkpoints);
    }

    /** The same without what the newest checkpoint replaces. */
    Folder pruned() {
        if (checkpoints.isEmpty()) {
            return this;
        }
        Checkpoint newest = checkpoints.get(checkpoints.size() - 1);
        List<SavedMigration> kept = migrations.stream()
                .filter(migration -> !newest.replaces(migration.id()))
                .toList();
        return new Folder(dir, kept, List.of(newest), snapshots, superseded, unreadable, findings, secondary);
    }
}
