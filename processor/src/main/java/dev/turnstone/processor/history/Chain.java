package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.finding.Tag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that migrations follow one another in one line, each on the very parent that it was saved on. */
final class Chain {

    private final List<SavedMigration> migrations;
    private final Optional<Checkpoint> root;
    private final Set<String> unreadable;
    private final Findings findings;
    private final Map<String, SavedMigration> byId = new LinkedHashMap<>();

    private Chain(Folder folder, Findings findings) {
        this.migrations = folder.migrations();
        this.root = folder.root();
        this.unreadable = folder.unreadable();
        this.findings = findings;
        migrations.forEach(migration -> byId.put(migration.id(), migration));
    }

    /**
     * Checks the chain.
     *
     * @param folder the files
     * @param findings where to put what is wrong
     */
    static void check(Folder folder, Findings findings) {
        Chain chain = new Chain(folder, findings);
        folder.migrations().forEach(chain::checkParent);
        chain.checkForks();
    }

    private void checkParent(SavedMigration migration) {
        String file = migration.id() + ".json";
        String named = findings.named(file);
        SavedMigration parent = byId.get(migration.parent());
        if (migration.parent().isEmpty()) {
            if (!migration.parentFingerprint().equals(Fingerprint.NONE)) {
                findings.add(
                        Tag.HISTORY_CHAIN,
                        file,
                        named + " has no parent, but a parent's fingerprint.",
                        Findings.RESTORE);
            }
        } else if (migration.parent().equals(migration.id())) {
            findings.add(Tag.HISTORY_CHAIN, file, named + " names itself as its parent.", Findings.RESTORE);
        } else if (parent != null && parent.number() >= migration.number()) {
            findings.add(
                    Tag.HISTORY_CHAIN,
                    file,
                    named + " names " + parent.id() + " as its parent, which does not come before it.",
                    Findings.RESTORE);
        } else if (parent != null && !parent.fingerprint().equals(migration.parentFingerprint())) {
            findings.add(
                    Tag.HISTORY_CHAIN,
                    file,
                    named + " was saved on another " + parent.id() + " than the one that is here now.",
                    "Restore " + findings.named(parent.id() + ".json") + " from version control.");
        } else if (parent == null && !unreadable.contains(migration.parent()) && !followsRoot(migration)) {
            findings.add(
                    Tag.HISTORY_CHAIN,
                    file,
                    named + " follows " + Shown.text(migration.parent()) + ", and that file is not there.",
                    "Restore " + findings.named(migration.parent() + ".json") + " from version control.");
        }
    }

    private boolean followsRoot(SavedMigration migration) {
        return root.map(Checkpoint::last)
                .filter(last -> last.id().equals(migration.parent())
                        && last.fingerprint().equals(migration.parentFingerprint()))
                .isPresent();
    }

    private void checkForks() {
        Map<String, List<SavedMigration>> byParent = grouped(SavedMigration::parent);
        byParent.forEach((parent, children) -> {
            if (children.size() > 1) {
                String both = children.stream()
                        .map(child -> findings.named(child.id() + ".json") + " (" + summary(child) + ")")
                        .collect(Collectors.joining(" and "));
                SavedMigration last = children.get(children.size() - 1);
                findings.add(
                        Tag.HISTORY_CHAIN,
                        last.id() + ".json",
                        both
                                + (parent.isEmpty()
                                        ? " are both a beginning."
                                        : " both follow " + Shown.text(parent) + ".")
                                + " Several branches each saved a migration, and only one of them can come next.",
                        "Merge one branch at a time: take the last merge back, bring the first two into one line, then"
                                + " merge the next.");
            }
        });
        grouped(migration -> String.format("%09d", migration.number())).values().stream()
                .filter(same -> same.size() > 1
                        && same.stream().map(SavedMigration::parent).distinct().count() > 1)
                .forEach(same -> findings.add(
                        Tag.HISTORY_CHAIN,
                        same.get(1).id() + ".json",
                        findings.named(same.get(0).id() + ".json") + " and "
                                + findings.named(same.get(1).id() + ".json") + " have the same number.",
                        "Restore the folder from version control."));
    }

    private Map<String, List<SavedMigration>> grouped(java.util.function.Function<SavedMigration, String> key) {
        return migrations.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static String summary(SavedMigration migration) {
        Collection<String> first = migration.operations().stream()
                .limit(2)
                .map(OperationSummary::of)
                .toList();
        int more = migration.operations().size() - first.size();
        return Shown.text(String.join(", ", first) + (more > 0 ? ", and " + more + " more" : ""));
    }
}
