package dev.turnstone.processor;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mark of the newest released migration, which only ever moves forward. */
final class Releases {

    private Releases() {}

    /**
     * Checks the migration that is to be marked.
     *
     * @param history the saved migrations
     * @param id the id, as written
     * @param coming the id of the migration that this compile saves; empty for none
     * @return why it cannot be marked, if so
     */
    static Optional<Finding> refuse(History history, String id, String coming) {
        List<String> ids = new ArrayList<>(
                history.migrations().stream().map(SavedMigration::id).toList());
        if (!coming.isEmpty()) {
            ids.add(coming);
        }
        int position = ids.indexOf(id);
        if (position < 0) {
            return refused(
                    "There is no saved migration '" + id + "' to mark as released." + Suggestion.didYouMean(id, ids),
                    ids.isEmpty()
                            ? "Save one first: -Aturnstone.save=initial"
                            : "-Aturnstone.release="
                                    + Suggestion.nearest(id, ids).orElse(ids.get(ids.size() - 1)));
        }
        if (position + 1 < history.released()) {
            return refused(
                    id + " cannot be the newest released migration: " + history.release()
                            + ", which comes after it, is released already, and nobody can take back what others have.",
                    "Leave out -Aturnstone.release.");
        }
        return Optional.empty();
    }

    private static Optional<Finding> refused(String text, String fix) {
        return Optional.of(Finding.of(Tag.HISTORY_COMMAND, SourceRef.NONE, text, fix));
    }
}
