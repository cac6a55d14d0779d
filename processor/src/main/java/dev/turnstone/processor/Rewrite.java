package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.diff.MigrationName;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.fold.Folding;
import dev.turnstone.processor.fold.Selection;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.processor.rewrite.Fresh;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One migration in the place of the newest ones: what they did and what the draft does, folded.
 *
 * @param kept how many of the oldest migrations stay as they are
 * @param id the id of the one migration
 * @param operations what it does; empty if nothing is left to do
 * @param consents what the source agreed to for all of it
 * @param mapping the classes and fields behind the schema then
 * @param rest what stays in the draft
 * @param restConsents what the source agreed to for that
 */
record Rewrite(
        int kept,
        String id,
        List<Operation> operations,
        List<Consent> consents,
        Mapping mapping,
        List<Operation> rest,
        List<Consent> restConsents) {

    /** A rewrite, or why there is none. */
    record Result(Optional<Rewrite> rewrite, Optional<Finding> finding) {

        private static Result refused(String text, String fix) {
            return new Result(
                    Optional.empty(), Optional.of(Finding.of(Tag.HISTORY_COMMAND, SourceRef.NONE, text, fix)));
        }
    }

    /**
     * Folds the draft into the newest migration, which keeps its id.
     *
     * @param history the saved migrations
     * @param draft what changed
     * @param tables the tables whose changes are folded in, as written; empty for all
     * @return what to write, or why it may not be
     */
    static Result amend(History history, Draft draft, List<String> tables) {
        int last = history.migrations().size() - 1;
        if (history.isEmpty()) {
            return Result.refused(
                    "There is no saved migration to amend.",
                    "Save the first one: -Aturnstone.save=" + draft.derivedName());
        }
        if (last < 0 || (history.frozen() > last && history.released() <= last)) {
            return Result.refused(
                    history.checkpoint().orElseThrow().id() + " replaces " + history.headId()
                            + " for new databases, so it must not change.",
                    "Save the change as a migration of its own: -Aturnstone.save=" + draft.derivedName());
        }
        if (history.released() > last) {
            return Result.refused(
                    history.headId() + " is released (schema.json names " + history.release()
                            + " as the newest released migration): others have it as it is, so it must not change.",
                    "Save the change as a migration of its own: -Aturnstone.save=" + draft.derivedName());
        }
        if (tables.isEmpty()) {
            return all(history, draft, last, history.headId());
        }
        Set<String> known = tableNames(history, draft);
        for (String table : tables) {
            if (!known.contains(table)) {
                return Result.refused(
                        "There is no table '" + table + "' to amend." + Suggestion.didYouMean(table, known),
                        "Name tables as they are in the database: -Aturnstone.amend="
                                + Suggestion.nearest(table, known).orElse("author,post"));
            }
        }
        return some(history, draft, Selection.of(draft.operations(), tables), tables);
    }

    /**
     * Makes one migration of all that are not released, and of the draft. What they did is a better source than a new
     * comparison with the entities: renames, fills and data migrations stand only there.
     *
     * @param history the saved migrations
     * @param draft what changed since
     * @param name the migration's name; empty to derive one
     * @return what to write, or why it may not be
     */
    static Result rebuild(History history, Draft draft, String name) {
        int kept = history.frozen();
        if (kept == history.migrations().size()) {
            return Result.refused(
                    (history.isEmpty()
                                    ? "There is no saved migration"
                                    : "Each saved migration is "
                                            + (kept > 0 && history.released() == kept
                                                    ? "released (up to " + history.release() + ")"
                                                    : "released or replaced by a checkpoint"))
                            + ", so there is nothing to rebuild.",
                    "Save what changed: -Aturnstone.save=" + (name.isEmpty() ? draft.derivedName() : name));
        }
        Rewrite unnamed = all(history, draft, kept, history.headId()).rewrite().orElseThrow();
        String given = name.isEmpty()
                ? MigrationName.of(
                        unnamed.operations(), kept == 0 && history.root().isEmpty())
                : name;
        return done(new Rewrite(
                kept,
                history.idAfter(kept, given),
                unnamed.operations(),
                unnamed.consents(),
                unnamed.mapping(),
                unnamed.rest(),
                unnamed.restConsents()));
    }

    /**
     * What a draft is compared with: what only the migrations made that the command makes anew may go without a word.
     *
     * @param history the saved migrations
     * @param command what the compilation was asked to do
     * @return the snapshot
     */
    static Baseline baseline(History history, Command command) {
        int kept = kept(history, command);
        List<Operation> operations = tail(history, kept).stream()
                .flatMap(each -> each.operations().stream())
                .toList();
        return operations.isEmpty()
                ? history.baseline()
                : history.baseline()
                        .withFresh(Fresh.since(
                                history.schemaAfter(kept), operations, DeclaredSchema::key, DeclaredSchema::key));
    }

    /**
     * How many of the oldest migrations stay as they are.
     *
     * @param history the saved migrations
     * @param command what the compilation was asked to do
     * @return their number; that of all if the command makes none anew
     */
    static int kept(History history, Command command) {
        int size = history.migrations().size();
        return command instanceof Command.Amend
                ? Math.max(history.frozen(), size - 1)
                : command instanceof Command.Rebuild ? history.frozen() : size;
    }

    private static Result all(History history, Draft draft, int kept, String id) {
        return done(new Rewrite(
                kept,
                id,
                folded(history, kept, draft.operations()),
                consents(history, kept, draft.consents()),
                draft.mapping(),
                List.of(),
                List.of()));
    }

    private static Result some(History history, Draft draft, Selection selection, List<String> tables) {
        if (selection.obstacle().isPresent()) {
            String chosen = OperationSummary.of(selection.obstacle().get().chosen());
            String needed = OperationSummary.of(selection.obstacle().get().needed());
            return Result.refused(
                    "The changes of " + String.join(", ", tables) + " cannot be amended alone: '" + chosen + "' needs '"
                            + needed + "' before it, which would stay in the draft.",
                    "Name the table of the other change too, or amend all: -Aturnstone.amend");
        }
        if (selection.chosen().isEmpty()) {
            return Result.refused(
                    "There is no unsaved change of " + String.join(", ", tables) + " to amend with.",
                    "Name tables whose changes the compile lists as unsaved.");
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(tables);
        List<Set<String>> all = Selection.names(draft.operations());
        all.stream()
                .filter(each -> each.stream().anyMatch(names::contains))
                .toList()
                .forEach(names::addAll);
        int kept = history.migrations().size() - 1;
        List<Consent> chosen = draft.consents().stream()
                .filter(consent -> names.stream().anyMatch(name -> isAbout(consent, name)))
                .toList();
        List<Consent> left = new ArrayList<>(draft.consents());
        left.removeAll(chosen);
        return done(new Rewrite(
                kept,
                history.headId(),
                folded(history, kept, selection.chosen()),
                consents(history, kept, chosen),
                merged(history.baseline().mapping(), draft.mapping(), names),
                selection.rest(),
                left));
    }

    private static Result done(Rewrite rewrite) {
        return new Result(Optional.of(rewrite), Optional.empty());
    }

    private static boolean isAbout(Consent consent, String table) {
        String subject = consent.subject();
        return subject.regionMatches(true, 0, table, 0, table.length())
                && (subject.length() == table.length() || subject.charAt(table.length()) == '.');
    }

    private static Mapping merged(Mapping old, Mapping now, Set<String> tables) {
        return new Mapping(Stream.concat(
                        old.tables().stream().filter(each -> !isAmong(each, tables)),
                        now.tables().stream().filter(each -> isAmong(each, tables)))
                .toList());
    }

    private static boolean isAmong(TableMapping mapping, Set<String> tables) {
        return tables.contains(mapping.table().toString());
    }

    private static Set<String> tableNames(History history, Draft draft) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        history.baseline()
                .schema()
                .tables()
                .forEach(table -> known.add(table.name().toString()));
        Selection.names(draft.operations()).forEach(known::addAll);
        return known;
    }

    /**
     * What the newest migrations do, and more.
     *
     * @param history the saved migrations
     * @param kept how many of the oldest do not count
     * @param more what is done after them
     * @return all of that, folded
     */
    static List<Operation> folded(History history, int kept, List<Operation> more) {
        List<Operation> operations = new ArrayList<>();
        tail(history, kept).forEach(each -> operations.addAll(each.operations()));
        operations.addAll(more);
        return Folding.fold(operations);
    }

    /**
     * What the source agreed to for the newest migrations, and for more.
     *
     * @param history the saved migrations
     * @param kept how many of the oldest do not count
     * @param more what it agreed to for what is done after them
     * @return all of that, each once
     */
    static List<Consent> consents(History history, int kept, List<Consent> more) {
        return Stream.concat(tail(history, kept).stream().flatMap(each -> each.consents().stream()), more.stream())
                .distinct()
                .toList();
    }

    private static List<SavedMigration> tail(History history, int kept) {
        return history.migrations().subList(kept, history.migrations().size());
    }

    /** What was done, in words. */
    String said(History history) {
        List<String> old = tail(history, kept).stream().map(SavedMigration::id).toList();
        String all = old.size() == 1 ? old.get(0) : old.get(0) + " to " + old.get(old.size() - 1);
        if (operations.isEmpty()) {
            return "Nothing is left of what " + all + " did: removed";
        }
        return (old.contains(id) && old.size() == 1 ? "Amended " + id : "Made " + id + " of " + all)
                + ", which databases that have the old form refuse until they take it back; written";
    }

    /** Proves that the one migration, with what stays in the draft, leads where the many and the draft led. */
    Optional<Finding> refute(History history, Draft draft) {
        List<Operation> all = new ArrayList<>(operations);
        all.addAll(rest);
        Schema after = SchemaReplay.replay(history.baseline().schema(), draft.operations());
        return Proof.refute(history.schemaAfter(kept), all, after);
    }
}
