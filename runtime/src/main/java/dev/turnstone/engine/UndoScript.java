package dev.turnstone.engine;

import dev.turnstone.dialect.Step;
import dev.turnstone.migration.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that take a migration back, as the history table keeps them: text that a person can read and run, and
 * from which any SQL comes back unchanged, as each header says how many lines follow.
 *
 * @param parts in the order in which they must run
 */
record UndoScript(List<Part> parts) {

    private static final String DONE = "--? ";
    private static final String LEFTOVERS = "--! ";

    UndoScript {
        parts = List.copyOf(parts);
    }

    /**
     * Statements that take some operations back.
     *
     * @param first the first statement of those operations, from 1
     * @param last the last statement of those operations; below the first if they had none
     * @param transactional whether all of them happen or none; if not, there is one
     * @param steps the statements
     */
    record Part(int first, int last, boolean transactional, List<Step> steps) {}

    int total() {
        int total = 0;
        for (Part part : parts) {
            total += part.steps().size();
        }
        return total;
    }

    /** What takes back the operations that were begun, given how far the migration and its rollback came. */
    List<Part> begun(HistoryRow.Progress progress, HistoryRow.Progress undo) {
        List<Part> begun = parts.stream()
                .filter(part -> part.first() <= progress.started())
                .toList();
        if (undo.started() > new UndoScript(begun).total()) {
            throw damaged("they are fewer than those that ran already");
        }
        return begun;
    }

    String format() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append("-- takes back statements ")
                    .append(part.first())
                    .append(" to ")
                    .append(part.last());
            text.append(part.transactional() ? ", in one transaction, steps: " : ", alone, steps: ");
            text.append(part.steps().size()).append('\n');
            for (Step step : part.steps()) {
                append(text, step);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Step step) {
        List<String> sql = lines(step.sql());
        List<String> done = step.doneQuery().isEmpty() ? List.of() : lines(step.doneQuery());
        List<String> leftovers = step.leftovers().isEmpty() ? List.of() : lines(step.leftovers());
        text.append("-- ").append(step.kind().name().toLowerCase(Locale.ROOT));
        text.append(", lines: ").append(sql.size());
        text.append(", done query: ").append(done.size());
        text.append(", leftovers: ").append(leftovers.size()).append('\n');
        text.append(String.join("\n", sql)).append(";\n");
        for (String line : done) {
            text.append(DONE).append(line).append('\n');
        }
        for (String line : leftovers) {
            text.append(LEFTOVERS).append(line).append('\n');
        }
    }

    static UndoScript parse(String text) {
        return new UndoScript(new Reader(lines(text)).parts());
    }

    /** Reads line by line. */
    private static final class Reader {

        private static final Pattern PART = Pattern.compile(
                "-- takes back statements (\\d{1,9}) to (\\d{1,9}), (alone|in one transaction), steps: (\\d{1,9})");
        private static final Pattern STEP = Pattern.compile(
                "-- (statement|repeated|generated|no_row|data), lines: (\\d{1,9}), done query: (\\d{1,9}), leftovers: (\\d{1,9})");

        private final List<String> lines;
        private int next;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            while (next < lines.size() - 1) {
                Matcher header = header(PART);
                List<Step> steps = new ArrayList<>();
                for (int i = number(header, 4); i > 0; i--) {
                    steps.add(step());
                }
                boolean transactional = !header.group(3).equals("alone");
                if (steps.isEmpty() || (!transactional && steps.size() > 1)) {
                    throw damagedAt(next);
                }
                parts.add(new Part(number(header, 1), number(header, 2), transactional, steps));
            }
            return parts;
        }

        private Step step() {
            Matcher header = header(STEP);
            String sql = take(number(header, 2), "");
            if (!sql.endsWith(";")) {
                throw damagedAt(next - 1);
            }
            return new Step(
                    Step.Kind.valueOf(header.group(1).toUpperCase(Locale.ROOT)),
                    sql.substring(0, sql.length() - 1),
                    take(number(header, 3), DONE),
                    take(number(header, 4), LEFTOVERS));
        }

        private Matcher header(Pattern pattern) {
            Matcher header = pattern.matcher(next < lines.size() ? lines.get(next) : "");
            if (!header.matches()) {
                throw damagedAt(next);
            }
            next++;
            return header;
        }

        private String take(int count, String prefix) {
            if (count > lines.size() - 1 - next) {
                throw damagedAt(next - 1);
            }
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String line = lines.get(next++);
                if (!line.startsWith(prefix)) {
                    throw damagedAt(next - 1);
                }
                taken.add(line.substring(prefix.length()));
            }
            return String.join("\n", taken);
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static int number(Matcher header, int group) {
        return Integer.parseInt(header.group(group));
    }

    private static MigrationException damagedAt(int line) {
        return damaged("line " + (line + 1) + " is not what was written there");
    }

    private static MigrationException damaged(String how) {
        return new MigrationException("The undo statements in the history table were edited: " + how
                + ". Take the migration back by hand and delete its row.");
    }
}
