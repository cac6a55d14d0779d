package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The committed files, checked: the chain is whole, and the snapshot is what it leads to.
 *
 * @param set the name under which databases keep these migrations; empty before the first is saved
 * @param packageName the package of the generated classes; empty before the first migration is saved
 * @param migrations the saved migrations whose files are there, oldest first
 * @param checkpoints the checkpoints, oldest first; the newest is the one that counts
 * @param baseline what the differ compares with
 */
public record History(
        String set,
        String packageName,
        List<SavedMigration> migrations,
        List<Checkpoint> checkpoints,
        Baseline baseline) {

    /** A history without a saved migration. */
    public static final History EMPTY = new History("", "", List.of(), List.of(), Baseline.EMPTY);

    /** Copies the lists. */
    public History {
        migrations = List.copyOf(migrations);
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Tells whether nothing was saved yet.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return migrations.isEmpty() && checkpoints.isEmpty();
    }

    /**
     * The newest checkpoint.
     *
     * @return the checkpoint that new databases begin with; empty if there is none
     */
    public Optional<Checkpoint> checkpoint() {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
    }

    /**
     * The checkpoint with which the history begins, as the files of what it replaces were pruned.
     *
     * @return the checkpoint; empty if the history begins with a migration
     */
    public Optional<Checkpoint> root() {
        return root(migrations, checkpoints);
    }

    static Optional<Checkpoint> root(List<SavedMigration> migrations, List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            return Optional.empty();
        }
        if (migrations.isEmpty()) {
            return Optional.of(checkpoints.get(checkpoints.size() - 1));
        }
        String parent = migrations.get(0).parentFingerprint();
        return checkpoints.stream()
                .filter(each -> each.last().fingerprint().equals(parent))
                .findFirst();
    }

    /**
     * Every migration of the chain, those whose files were pruned among them.
     *
     * @return ids and fingerprints, oldest first
     */
    public List<Replaced> chain() {
        List<Replaced> chain = new ArrayList<>(root().map(Checkpoint::replaces).orElse(List.of()));
        migrations.forEach(each -> chain.add(new Replaced(each.id(), each.fingerprint())));
        return chain;
    }

    /**
     * This history under a name.
     *
     * @param newSet the name of its set
     * @param newPackage the package of the generated classes
     * @return a copy
     */
    public History named(String newSet, String newPackage) {
        return new History(newSet, newPackage, migrations, checkpoints, baseline);
    }

    /**
     * This history with other classes and fields.
     *
     * @param mapping the classes and fields behind its schema
     * @return a copy
     */
    public History mapped(Mapping mapping) {
        Baseline mapped = new Baseline(baseline.schema(), mapping, baseline.pastTables(), baseline.pastColumns());
        return new History(set, packageName, migrations, checkpoints, mapped);
    }

    /**
     * The id of the newest saved migration.
     *
     * @return the id; empty if there is none
     */
    public String headId() {
        List<Replaced> chain = chain();
        return chain.isEmpty() ? "" : chain.get(chain.size() - 1).id();
    }

    /**
     * The fingerprint of the newest saved migration: the parent of the next one.
     *
     * @return 64 hexadecimal digits; {@link Fingerprint#NONE} if there is none
     */
    public String headFingerprint() {
        List<Replaced> chain = chain();
        return chain.isEmpty() ? Fingerprint.NONE : chain.get(chain.size() - 1).fingerprint();
    }

    /**
     * The id that the next migration gets.
     *
     * @param name the migration's name, such as {@code add_author_email}
     * @return the name after the next number
     */
    public String nextId(String name) {
        return MigrationId.of(isEmpty() ? 1 : MigrationId.number(headId()) + 1, name);
    }
}
