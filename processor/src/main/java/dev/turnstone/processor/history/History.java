package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaHistory;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The committed files, checked: the chain is whole, and the snapshot is what it leads to.
 *
 * @param set the name under which databases keep these migrations; empty before the first is saved
 * @param packageName the package of the generated classes; empty before the first migration is saved
 * @param migrations the saved migrations whose files are there, oldest first
 * @param checkpoints the checkpoints, oldest first; the newest is the one that counts
 * @param baseline what the differ compares with
 * @param release the id of the newest released migration; empty if none is marked
 * @param leftovers what an interrupted command left
 */
public record History(
        String set,
        String packageName,
        List<SavedMigration> migrations,
        List<Checkpoint> checkpoints,
        Baseline baseline,
        String release,
        Leftovers leftovers) {

    /** A history without a saved migration. */
    public static final History EMPTY = new History("", "", List.of(), List.of(), Baseline.EMPTY, "", Leftovers.NONE);

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
        return chain(migrations, checkpoints);
    }

    static List<Replaced> chain(List<SavedMigration> migrations, List<Checkpoint> checkpoints) {
        List<Replaced> chain = new ArrayList<>(
                root(migrations, checkpoints).map(Checkpoint::replaces).orElse(List.of()));
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
        return new History(newSet, newPackage, migrations, checkpoints, baseline, release, leftovers);
    }

    /**
     * This history with another newest released migration.
     *
     * @param id its id
     * @return a copy
     */
    public History released(String id) {
        return new History(set, packageName, migrations, checkpoints, baseline, id, leftovers);
    }

    /**
     * This history after a change.
     *
     * @param newMigrations the migrations, oldest first
     * @param schema what they lead to
     * @param mapping the classes and fields behind it
     * @return a copy without leftovers
     */
    History with(List<SavedMigration> newMigrations, Schema schema, Mapping mapping) {
        return new History(
                set,
                packageName,
                newMigrations,
                checkpoints,
                HistoryLoader.baseline(newMigrations, root(newMigrations, checkpoints), schema, mapping),
                release,
                Leftovers.NONE);
    }

    /**
     * How many migrations are released, the oldest ones.
     *
     * @return their number
     */
    public int released() {
        return upTo(release.isEmpty() ? 0 : MigrationId.number(release));
    }

    /**
     * How many migrations nothing changes any more, the oldest ones: those that are released, and those that a checkpoint
     * stands for.
     *
     * @return their number
     */
    public int frozen() {
        return Math.max(released(), upTo(checkpoint().map(Checkpoint::number).orElse(0)));
    }

    private int upTo(int number) {
        return (int) migrations.stream().filter(each -> each.number() <= number).count();
    }

    /**
     * The schema that the oldest migrations lead to.
     *
     * @param count how many of those whose files are there
     * @return the schema
     */
    public Schema schemaAfter(int count) {
        return schemas().before(count + 1);
    }

    /**
     * The schemas between the migrations whose files are there.
     *
     * @return the checkpoint with which the history begins is at place 0, also where there is none; the oldest migration at 1
     */
    public SchemaHistory schemas() {
        List<Operation> first = root().map(Checkpoint::operations).orElse(List.of());
        return new SchemaHistory(
                place -> place == 0 ? first : migrations.get(place - 1).operations());
    }

    /** The files that belong to it, but for the snapshot. */
    List<String> files() {
        return Stream.of(
                        migrations.stream().map(SavedMigration::id),
                        checkpoints.stream().map(Checkpoint::id),
                        leftovers.superseded().stream())
                .flatMap(each -> each)
                .map(id -> id + ".json")
                .sorted()
                .toList();
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
        return idAfter(migrations.size(), name);
    }

    /**
     * The id of a migration that follows some of these.
     *
     * @param count how many, the oldest ones
     * @param name the migration's name, such as {@code add_author_email}
     * @return the name after the next number
     */
    public String idAfter(int count, String name) {
        int before = count > 0
                ? migrations.get(count - 1).number()
                : root().map(Checkpoint::number).orElse(0);
        return MigrationId.of(before + 1, name);
    }
}
