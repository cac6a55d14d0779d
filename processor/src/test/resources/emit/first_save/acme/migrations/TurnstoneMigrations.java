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
        return false;
    }

    @Override
    public List<MigrationSet.Entry> entries() {
        return parse(
                "0001_initial ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n");
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
            default: throw new IndexOutOfBoundsException(position);
        }
    }
}
