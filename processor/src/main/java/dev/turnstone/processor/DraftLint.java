package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.fold.Selection;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.lint.Lint;
import dev.turnstone.processor.lint.LintContext;
import dev.turnstone.processor.lint.LintOptions;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a change as it will be saved: what is folded into migrations with what they do, and the rest on its own. */
record DraftLint(Ground ground, DeclaredSchema declared) {

    /**
     * Lets all checks look at a draft.
     *
     * @param ground what the compilation stands on
     * @param declared what the entities say
     * @param diff what changed
     * @param accepts what the source agrees to
     * @return what there is to say
     */
    static Lint.Result of(Ground ground, DeclaredSchema declared, Diff diff, List<Accept> accepts) {
        boolean complete = diff.findings().stream().noneMatch(Finding::isError);
        int size = ground.history().migrations().size();
        int kept = complete ? Rewrite.kept(ground.history(), ground.options().command()) : size;
        DraftLint lint = new DraftLint(ground, declared);
        LintOptions options = ground.options().lint();
        if (kept == size) {
            LintContext whole = lint.context(ground.history().baseline().schema(), diff.operations(), diff.target());
            return Lint.check(List.of(whole), options, accepts, Set.of(), complete);
        }
        return Lint.check(lint.parts(kept, diff), options, accepts, lint.agreed(kept), complete);
    }

    private LintContext context(Schema before, List<Operation> operations, Schema after) {
        return new LintContext(
                before, operations, after, declared, ground.options().targets());
    }

    private List<LintContext> parts(int kept, Diff diff) {
        History history = ground.history();
        Selection selection = selection(diff.operations());
        List<Operation> folded = Rewrite.folded(history, kept, selection.chosen());
        if (selection.rest().isEmpty()) {
            return List.of(context(history.schemaAfter(kept), folded, diff.target()));
        }
        Schema between = SchemaReplay.replay(history.baseline().schema(), selection.chosen());
        return List.of(
                context(history.schemaAfter(kept), folded, between), context(between, selection.rest(), diff.target()));
    }

    /** What is folded, and what is not; all is where nothing else can be done, which the command then refuses. */
    private Selection selection(List<Operation> operations) {
        List<String> tables = ground.options().command() instanceof Command.Amend amend ? amend.tables() : List.of();
        if (!tables.isEmpty()) {
            Selection some = Selection.of(operations, tables);
            if (some.obstacle().isEmpty()) {
                return some;
            }
        }
        return new Selection(operations, List.of(), Optional.empty());
    }

    private Set<Lint.Said> agreed(int kept) {
        History history = ground.history();
        return Lint.agreed(
                context(
                        history.schemaAfter(kept),
                        Rewrite.folded(history, kept, List.of()),
                        history.baseline().schema()),
                ground.options().lint(),
                Rewrite.consents(history, kept, List.of()));
    }
}
