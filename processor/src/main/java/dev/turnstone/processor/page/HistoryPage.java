package dev.turnstone.processor.page;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import java.util.List;
import java.util.stream.Collectors;

/** The index of a history, for people: each migration, and each table with what was done to it. */
public final class HistoryPage {

    private final StringBuilder page = new StringBuilder();

    private HistoryPage() {}

    /**
     * Writes the index.
     *
     * @param history the saved migrations
     * @return a page in Markdown; the same history always gives the same page
     */
    public static String of(History history) {
        HistoryPage index = new HistoryPage();
        index.line("# Migrations of " + Markdown.code(history.set()));
        index.line("Written by Turnstone from the saved migrations at each compile.");
        history.root().ifPresent(root -> index.checkpoint(root, true));
        int released = history.released();
        for (int i = 0; i < history.migrations().size(); i++) {
            SavedMigration migration = history.migrations().get(i);
            index.migration(migration, i < released);
            history.checkpoints().stream()
                    .filter(each -> each.last().id().equals(migration.id()))
                    .forEach(each -> index.checkpoint(each, false));
        }
        index.line("## Tables");
        TableIndex.of(history).forEach(index::table);
        return index.page.toString();
    }

    private void migration(SavedMigration migration, boolean released) {
        line("## " + Markdown.code(migration.id()));
        line("Saved " + migration.savedAt() + (released ? ", released." : "."));
        operations(migration.operations());
        consents("Agreed to:", migration.consents());
    }

    private void checkpoint(Checkpoint checkpoint, boolean pruned) {
        List<Replaced> replaces = checkpoint.replaces();
        String first = Markdown.code(replaces.get(0).id());
        line("## " + Markdown.code(checkpoint.id()));
        line("A checkpoint, saved " + checkpoint.savedAt() + ". A new database begins with it, instead of "
                + (replaces.size() == 1
                        ? "the migration " + first
                        : "the " + replaces.size() + " migrations " + first + " to "
                                + Markdown.code(checkpoint.last().id()))
                + (pruned
                        ? ". Their files were pruned: a database that has only some of them is refused."
                        : "; a database that has some of them goes on with the others."));
        operations(checkpoint.operations());
        consents("Left out of it:", checkpoint.consents());
    }

    private void operations(List<Operation> operations) {
        operations.forEach(operation -> item(Markdown.code(OperationSummary.of(operation))));
        page.append('\n');
    }

    private void consents(String title, List<Consent> consents) {
        if (!consents.isEmpty()) {
            line(title);
            consents.forEach(this::consent);
            page.append('\n');
        }
    }

    private void consent(Consent consent) {
        String reason = consent.reason().isBlank() ? "no reason given" : Markdown.text(consent.reason());
        item(Markdown.code(consent.tag()) + " on " + Markdown.code(consent.subject()) + ": " + reason);
    }

    private void table(TableIndex.Entry table) {
        String former = table.former().stream()
                .map(name -> Markdown.code(name.toString()))
                .collect(Collectors.joining(", "));
        line("### " + Markdown.code(table.name().toString()));
        if (!former.isEmpty()) {
            line("Once called " + former + ".");
        }
        List<TableIndex.Change> changes = table.changes();
        changes.forEach(change -> item(Markdown.code(change.migration()) + ": " + Markdown.code(change.summary())));
        page.append('\n');
    }

    private void line(String text) {
        page.append(text).append("\n\n");
    }

    private void item(String text) {
        page.append("- ").append(text).append('\n');
    }
}
