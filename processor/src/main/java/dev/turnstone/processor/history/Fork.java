package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A history that two branches went on with.
 *
 * @param common the migrations before they parted
 * @param first what one branch saved, in order
 * @param second what the other branch saved
 */
record Fork(List<SavedMigration> common, List<SavedMigration> first, List<SavedMigration> second) {

    private static final int LISTED = 10;

    /**
     * Finds the place where two branches part.
     *
     * @param folder the files
     * @return the two lines; empty if the migrations have another form than one line that becomes two
     */
    static Optional<Fork> in(Folder folder) {
        List<SavedMigration> migrations = folder.migrations();
        String root = folder.root()
                .map(each -> key(each.last().id(), each.last().fingerprint()))
                .orElse(key("", Fingerprint.NONE));
        Map<String, List<SavedMigration>> children = migrations.stream()
                .sorted(Comparator.comparingInt(SavedMigration::number).thenComparing(SavedMigration::id))
                .collect(Collectors.groupingBy(each -> key(each.parent(), each.parentFingerprint())));
        List<SavedMigration> common = line(children, root);
        List<SavedMigration> two = children.getOrDefault(end(common, root), List.of());
        if (two.size() != 2) {
            return Optional.empty();
        }
        List<List<SavedMigration>> lines = new ArrayList<>();
        for (SavedMigration child : two) {
            List<SavedMigration> line = new ArrayList<>(List.of(child));
            line.addAll(line(children, key(child)));
            lines.add(line);
        }
        boolean all = common.size() + lines.get(0).size() + lines.get(1).size() == migrations.size();
        return all ? Optional.of(new Fork(common, lines.get(0), lines.get(1))) : Optional.empty();
    }

    /** By both: two branches may do the same under two names, and different things under one. */
    private static String key(String id, String fingerprint) {
        return id + " " + fingerprint;
    }

    private static String key(SavedMigration migration) {
        return key(migration.id(), migration.fingerprint());
    }

    private static List<SavedMigration> line(Map<String, List<SavedMigration>> children, String from) {
        List<SavedMigration> line = new ArrayList<>();
        List<SavedMigration> next = children.getOrDefault(from, List.of());
        while (next.size() == 1 && !line.contains(next.get(0))) {
            line.add(next.get(0));
            next = children.getOrDefault(key(next.get(0)), List.of());
        }
        return line;
    }

    private static String end(List<SavedMigration> line, String root) {
        return line.isEmpty() ? root : key(line.get(line.size() - 1));
    }

    /** The branch that is meant by the id of one of its migrations; where both have it, the one that was merged. */
    Optional<List<SavedMigration>> line(String id) {
        return has(second, id) ? Optional.of(second) : Optional.of(first).filter(line -> has(line, id));
    }

    private static boolean has(List<SavedMigration> line, String id) {
        return line.stream().anyMatch(each -> each.id().equals(id));
    }

    /** The one error about it: what each branch does, and the command for either. */
    void report(Findings findings) {
        SavedMigration one = first.get(0);
        SavedMigration other = second.get(0);
        String parts =
                common.isEmpty() ? "nothing" : common.get(common.size() - 1).id();
        boolean sameName = one.id().equals(other.id());
        String fix = sameName
                ? "Put the one that was merged on top of the other:\n" + command(other)
                : "Put one on top of the other, best the one that fewer databases have:\n" + command(other) + "\n"
                        + command(one);
        findings.add(
                Tag.HISTORY_CHAIN,
                other.id() + ".json",
                "Two branches each saved a migration after " + parts + ": "
                        + (sameName
                                ? "both under the name " + findings.named(one.id() + ".json")
                                : findings.named(one.id() + ".json") + " and " + findings.named(other.id() + ".json"))
                        + ". Only one of them can come next.\n  One does:" + describe(first) + "\n  The other does:"
                        + describe(second),
                fix);
    }

    private static String command(SavedMigration migration) {
        return "compile with -Aturnstone.rebase=" + migration.id()
                + " (Maven, set up as in README: mvn clean compile -Dturnstone.rebase=" + migration.id() + ")";
    }

    /** What a branch does, for people. */
    static String describe(List<SavedMigration> line) {
        StringBuilder text = new StringBuilder();
        for (SavedMigration migration : line) {
            text.append("\n    ").append(migration.id()).append(':');
            migration.operations().stream()
                    .limit(LISTED)
                    .forEach(each -> text.append("\n        ").append(Shown.text(OperationSummary.of(each))));
            if (migration.operations().size() > LISTED) {
                text.append("\n        ... and ")
                        .append(migration.operations().size() - LISTED)
                        .append(" more");
            }
        }
        return text.toString();
    }
}
