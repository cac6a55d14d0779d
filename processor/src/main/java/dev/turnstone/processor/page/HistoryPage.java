package dev.turnstone.processor.page;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Consent;
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
        int released = history.released();
        for (int i = 0; i < history.migrations().size(); i++) {
            index.migration(history.migrations().get(i), i < released);
        }
        index.line("## Tables");
        TableIndex.of(history.migrations()).forEach(index::table);
        return index.page.toString();
    }

    private void migration(SavedMigration migration, boolean released) {
        line("## " + Markdown.code(migration.id()));
        line("Saved " + migration.savedAt() + (released ? ", released." : "."));
        for (Operation operation : migration.operations()) {
            item(Markdown.code(OperationSummary.of(operation)));
        }
        page.append('\n');
        if (!migration.consents().isEmpty()) {
            line("Agreed to:");
            migration.consents().forEach(this::consent);
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
