package acme.migrations;

import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import java.util.List;

/**
 * All migrations of this compilation, for {@link java.util.ServiceLoader}.
 */
@SuppressWarnings("all")
public final class TurnstoneMigrations extends MigrationSet {
    /**
     * For {@link java.util.ServiceLoader}.
     */
    public TurnstoneMigrations() {
    }

    @Override
    public String name() {
        return "acme";
    }

    @Override
    public String toolVersion() {
        return "1.0";
    }

    @Override
    public String headFingerprint() {
        return "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
    }

    @Override
    public boolean hasDraft() {
        return true;
    }

    @Override
    public List<MigrationSet.Entry> entries() {
        return parse(
                "0001_initial ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0002_add_slug ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0003_rename ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0004_drop_subtitle ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0005_draft ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n");
    }

    @Override
    public Migration migration(int position) {
        switch (position / 1000) {
            case 0: return (Migration) make0(position);
            default: throw new IndexOutOfBoundsException(position);
        }
    }

    /**
     * Makes a migration.
     *
     * @param position its place
     * @return the migration; as an Object, or the virtual machine would load each class to see that it is one
     */
    private static Object make0(int position) {
        switch (position) {
            case 0: return new M0001_Initial();
            case 1: return new M0002_AddSlug();
            case 2: return new M0003_Rename();
            case 3: return new M0004_DropSubtitle();
            case 4: return new M0005_Draft();
            default: throw new IndexOutOfBoundsException(position);
        }
    }
}
