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
                + "0002_add_c2 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0003_add_c3 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0004_add_c4 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0005_add_c5 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0006_add_c6 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0007_add_c7 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0008_add_c8 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0009_add_c9 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0010_add_c10 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0011_add_c11 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0012_add_c12 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n"
                + "0013_add_c13 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\n");
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
            case 0: return new M0001To0010.M0001_Initial();
            case 1: return new M0001To0010.M0002_AddC2();
            case 2: return new M0001To0010.M0003_AddC3();
            case 3: return new M0001To0010.M0004_AddC4();
            case 4: return new M0001To0010.M0005_AddC5();
            case 5: return new M0001To0010.M0006_AddC6();
            case 6: return new M0001To0010.M0007_AddC7();
            case 7: return new M0001To0010.M0008_AddC8();
            case 8: return new M0001To0010.M0009_AddC9();
            case 9: return new M0001To0010.M0010_AddC10();
            case 10: return new M0011_AddC11();
            case 11: return new M0012_AddC12();
            case 12: return new M0013_AddC13();
            default: throw new IndexOutOfBoundsException(position);
        }
    }
}
