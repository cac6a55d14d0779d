package dev.turnstone.migration;

import dev.turnstone.dialect.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code apply()} would do now.
 *
 * @param pending the migrations that would run, in order
 * @param unknown the migrations that the database has and this version does not
 */
public record MigrationPlan(List<Pending> pending, List<MigrationReport.Unknown> unknown) {

    /** Copies the lists. */
    public MigrationPlan {
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
    }

    /** What would happen to a migration. */
    public enum Action {
        /** It would be applied. */
        APPLY,
        /** It was begun, and would be continued. */
        CONTINUE,
        /** Its rollback was begun, and would be finished first. */
        FINISH_ROLLBACK,
        /** Nothing: {@code apply()} refuses to run while there is an unsaved draft. */
        REFUSE_DRAFT
    }

    /**
     * A migration that would run.
     *
     * @param set the migration set's name
     * @param id the migration's id
     * @param action what would happen to it
     * @param statements the statements that would run, in order; for a data migration a comment that names its class
     */
    public record Pending(String set, String id, Action action, List<String> statements) {
        /** Copies the list. */
        public Pending {
            statements = List.copyOf(statements);
        }

        @Override
        public String toString() {
            String what = switch (action) {
                case APPLY -> "";
                case CONTINUE -> ", continued where it stopped";
                case FINISH_ROLLBACK -> ", its rollback is finished first";
                case REFUSE_DRAFT -> ", a draft: apply() refuses until it is saved";
            };
            StringBuilder text = new StringBuilder("-- " + id + " (" + set + what + ")");
            statements.forEach(sql -> text.append('\n').append(Step.closed(sql)));
            return text.toString();
        }
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        pending.forEach(each -> parts.add(each.toString()));
        if (pending.isEmpty()) {
            parts.add("-- Nothing to do.");
        }
        unknown.forEach(each -> parts.add("-- Only the database knows " + each + "."));
        return String.join("\n\n", parts);
    }
}
