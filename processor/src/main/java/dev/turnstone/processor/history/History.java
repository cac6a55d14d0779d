package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed files, checked: the chain is whole, and the snapshot is what it leads to.
 *
 * @param set the name under which databases keep these migrations; empty before the first is saved
 * @param packageName the package of the generated classes; empty before the first migration is saved
 * @param migrations the saved migrations, oldest first
 * @param baseline what the differ compares with
 * @param release the id of the newest released migration; empty if none is marked
 * @param leftovers what an interrupted command left
 */
public record History(
        String set,
        String packageName,
        List<SavedMigration> migrations,
        Baseline baseline,
        String release,
        Leftovers leftovers) {

    /** A history without a saved migration. */
    public static final History EMPTY = new History("", "", List.of(), Baseline.EMPTY, "", Leftovers.NONE);

    /** Copies the migrations. */
    public History {
        migrations = List.copyOf(migrations);
    }

    /**
     * This history under a name.
     *
     * @param newSet the name of its set
     * @param newPackage the package of the generated classes
     * @return a copy
     */
    public History named(String newSet, String newPackage) {
        return new History(newSet, newPackage, migrations, baseline, release, leftovers);
    }

    /**
     * This history with another newest released migration.
     *
     * @param id its id
     * @return a copy
     */
    public History released(String id) {
        return new History(set, packageName, migrations, baseline, id, leftovers);
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
                HistoryLoader.baseline(newMigrations, schema, mapping),
                release,
                Leftovers.NONE);
    }

    /**
     * How many migrations are released, the oldest ones.
     *
     * @return their number
     */
    public int released() {
        int newest = release.isEmpty() ? 0 : MigrationId.number(release);
        return (int) migrations.stream().filter(each -> each.number() <= newest).count();
    }

    /**
     * The schema that the oldest migrations lead to.
     *
     * @param count how many
     * @return the schema
     */
    public Schema schemaAfter(int count) {
        List<Operation> operations = new ArrayList<>();
        migrations.subList(0, count).forEach(each -> operations.addAll(each.operations()));
        return SchemaReplay.replay(Schema.EMPTY, operations);
    }

    /** The files that belong to it, but for the snapshot. */
    List<String> files() {
        return Stream.concat(migrations.stream().map(SavedMigration::id), leftovers.superseded().stream())
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
        return migrations.isEmpty() ? "" : migrations.get(migrations.size() - 1).id();
    }

    /**
     * The fingerprint of the newest saved migration: the parent of the next one.
     *
     * @return 64 hexadecimal digits; {@link Fingerprint#NONE} if there is none
     */
    public String headFingerprint() {
        return migrations.isEmpty()
                ? Fingerprint.NONE
                : migrations.get(migrations.size() - 1).fingerprint();
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
        return MigrationId.of(count == 0 ? 1 : migrations.get(count - 1).number() + 1, name);
    }
}
