package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Baseline;
import java.util.List;

/**
 * The committed files, checked: the chain is whole, and the snapshot is what it leads to.
 *
 * @param set the name under which databases keep these migrations; empty before the first is saved
 * @param packageName the package of the generated classes; empty before the first migration is saved
 * @param migrations the saved migrations, oldest first
 * @param baseline what the differ compares with
 */
public record History(String set, String packageName, List<SavedMigration> migrations, Baseline baseline) {

    /** A history without a saved migration. */
    public static final History EMPTY = new History("", "", List.of(), Baseline.EMPTY);

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
        return new History(newSet, newPackage, migrations, baseline);
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
        return MigrationId.of(migrations.isEmpty() ? 1 : MigrationId.number(headId()) + 1, name);
    }
}
