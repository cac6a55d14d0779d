package dev.turnstone.engine;

import dev.turnstone.migration.AmbiguousMigrationException;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.migration.NoMigrationSetException;
import dev.turnstone.migration.UnknownMigrationException;
import dev.turnstone.migration.UnsavedDraftException;
import java.util.List;

/** Finds migration sets, and says what is wrong with them. */
final class Sets {

    private Sets() {}

    /** The exception for what no call can work with. */
    static MigrationException none() {
        return new NoMigrationSetException();
    }

    /** The exception for a set with a draft. */
    static MigrationException draft(MigrationSet set) {
        List<MigrationSet.Entry> entries = set.entries();
        return new UnsavedDraftException(
                set.name(), entries.get(entries.size() - 1).id());
    }

    static List<String> names(List<MigrationSet> sets) {
        return sets.stream().map(MigrationSet::name).toList();
    }

    /** The one set that has a migration. */
    static MigrationSet with(String id, List<MigrationSet> sets) {
        List<MigrationSet> found =
                sets.stream().filter(set -> position(set, id) >= 0).toList();
        if (found.isEmpty()) {
            throw new UnknownMigrationException(
                    id,
                    "is in no migration set of this version",
                    sets.stream()
                            .flatMap(set -> set.entries().stream().map(MigrationSet.Entry::id))
                            .toList());
        }
        if (found.size() > 1) {
            throw new AmbiguousMigrationException(id, names(found));
        }
        return found.get(0);
    }

    /** The migration of a row, for a data migration of it. */
    static Migration migration(List<MigrationSet> sets, HistoryRow row, String step) {
        for (MigrationSet set : sets) {
            int position = set.name().equals(row.set()) ? position(set, row.id()) : -1;
            if (position >= pruned(set)) {
                return set.migration(position);
            }
        }
        throw new MigrationException("To take back the migration " + row.id() + " of " + row.set()
                + " needs its data migration " + step
                + ", but this version of the application does not know the migration, or its file was pruned. Nothing of it"
                + " was taken back now. Roll back with a version that has the migration.");
    }

    /** How many of the first migrations cannot be made any more. */
    static int pruned(MigrationSet set) {
        return set.checkpoint() == null ? 0 : set.checkpoint().pruned();
    }

    /** The place of a migration in a set, from 0; below zero if it is not there. */
    static int position(MigrationSet set, String id) {
        return set.entries().stream().map(MigrationSet.Entry::id).toList().indexOf(id);
    }
}
