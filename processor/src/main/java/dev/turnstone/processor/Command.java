package dev.turnstone.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a compilation is asked to do with the committed files; at most one thing at a time. */
sealed interface Command {

    /** Reads only. */
    record None() implements Command {}

    /**
     * Freezes the draft as the next migration.
     *
     * @param name the migration's name; empty to derive one from its content
     */
    record Save(String name) implements Command {}

    /**
     * Folds the draft into the newest saved migration.
     *
     * @param tables the tables whose changes are folded in, as written; empty for all
     */
    record Amend(List<String> tables) implements Command {

        /** Copies the list. */
        public Amend {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Makes one migration of all that are not released, and of the draft.
     *
     * @param name the migration's name; empty to derive one from its content
     */
    record Rebuild(String name) implements Command {}

    /**
     * Puts one of two branches on top of the other.
     *
     * @param id the first migration of the branch that goes on top, as written
     */
    record Rebase(String id) implements Command {}

    /**
     * Makes a checkpoint of the oldest migrations.
     *
     * @param id the newest one of them, as written
     */
    record Squash(String id) implements Command {}

    /** Deletes the migrations that a checkpoint stands for. */
    record Prune() implements Command {}

    /**
     * Reads the command.
     *
     * @param values the options; they take a finding for each impossible value, and for a second command
     * @return the command; {@link None} if there is none, or an impossible one
     */
    static Command read(OptionValues values) {
        List<String> asked = new ArrayList<>();
        Command command = new None();
        for (String name : List.of("save", "amend", "rebuild", "rebase", "squash", "prune")) {
            Optional<String> value = values.command(name);
            if (value.isPresent()) {
                asked.add(name);
                command = of(name, value.get(), values);
            }
        }
        if (asked.size() > 1) {
            values.conflict(asked, "each of them writes another history");
            return new None();
        }
        return command;
    }

    private static Command of(String name, String value, OptionValues values) {
        return switch (name) {
            case "save" -> new Save(value);
            case "amend" -> new Amend(OptionValues.list(value));
            case "rebuild" -> new Rebuild(value);
            case "rebase" -> new Rebase(values.required(name, value));
            case "squash" -> new Squash(values.required(name, value));
            default -> prune(value, values);
        };
    }

    private static Command prune(String value, OptionValues values) {
        if (!value.isEmpty()) {
            values.invalid("prune", value, "true or false");
        }
        return new Prune();
    }
}
