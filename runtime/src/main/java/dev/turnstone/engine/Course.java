package dev.turnstone.engine;

import dev.turnstone.engine.HistoryRow.Progress;
import dev.turnstone.engine.HistoryRow.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One migration on its way there or back: what runs, and how its progress is recorded. */
interface Course {

    HistoryRow row();

    List<Block> blocks();

    /** How far it came before this run. */
    Progress progress();

    boolean undo();

    /** Whether a statement may have happened though it is not recorded as done, so that the database must be asked. */
    boolean doubtful(Block block);

    /** Records how far it is. */
    void record(Progress progress) throws SQLException;

    /** Records that all is done. */
    void finish(long millis) throws SQLException;

    /** Records that the statement after these failed. */
    void fail(Progress before, long millis) throws SQLException;

    /** What was written last is committed. */
    default void recorded() {}

    /** On the way there; the row is inserted with the first record. */
    final class There implements Course {

        private final History history;
        private final Script script;
        private final HistoryRow row;
        private boolean inserted;

        There(History history, Script script, int batch) {
            HistoryRow begun = script.pending().begun();
            this.history = history;
            this.script = script;
            // A row of which nothing was done is written anew: the statements may be others now.
            this.inserted = begun != null && begun.progress().started() > 0;
            this.row = inserted ? begun : HistoryRow.of(script, batch);
        }

        @Override
        public HistoryRow row() {
            return row;
        }

        @Override
        public List<Block> blocks() {
            return script.blocks();
        }

        @Override
        public Progress progress() {
            return row.progress();
        }

        @Override
        public boolean undo() {
            return false;
        }

        @Override
        public boolean doubtful(Block block) {
            return row.progress().uncertain(block.number());
        }

        @Override
        public void record(Progress progress) throws SQLException {
            write(State.RUNNING, progress, null);
        }

        @Override
        public void finish(long millis) throws SQLException {
            if (!script.pending().checkpoint()) {
                write(State.APPLIED, Progress.all(script.total()), millis);
                return;
            }
            history.delete(row);
            history.insert(history.done(row, millis, script));
        }

        @Override
        public void fail(Progress before, long millis) throws SQLException {
            write(State.FAILED, before, millis);
        }

        private void write(State state, Progress progress, Long millis) throws SQLException {
            if (inserted) {
                history.progress(row, state, progress, millis);
                return;
            }
            if (script.pending().begun() != null) {
                history.delete(row);
            }
            history.insert(row, state, progress, millis, script);
        }

        @Override
        public void recorded() {
            inserted = true;
        }
    }

    /** On the way back, with the statements that the history table kept. */
    final class Back implements Course {

        private final History history;
        private final HistoryRow row;
        private final List<UndoScript.Part> parts;
        private final List<Block> blocks = new ArrayList<>();
        private final Progress progress;

        Back(History history, HistoryRow row) {
            this.history = history;
            this.row = row;
            this.parts = history.undoScript(row).begun(row.progress(), row.undo());
            int number = 1;
            for (UndoScript.Part part : parts) {
                blocks.add(new Block(number, part.transactional(), part.steps()));
                number += part.steps().size();
            }
            this.progress =
                    new Progress(number - 1, row.undo().started(), row.undo().done());
        }

        @Override
        public HistoryRow row() {
            return row;
        }

        @Override
        public List<Block> blocks() {
            return blocks;
        }

        @Override
        public Progress progress() {
            return progress;
        }

        @Override
        public boolean undo() {
            return true;
        }

        @Override
        public boolean doubtful(Block block) {
            boolean halfApplied =
                    row.progress().done() < parts.get(blocks.indexOf(block)).last();
            return halfApplied || progress.uncertain(block.number());
        }

        @Override
        public void record(Progress now) throws SQLException {
            history.undoProgress(row, State.ROLLING_BACK, now);
        }

        @Override
        public void finish(long millis) throws SQLException {
            history.delete(row);
        }

        @Override
        public void fail(Progress before, long millis) throws SQLException {
            // What a rollback has not touched stays as it was, or nothing but that rollback could ever follow.
            history.undoProgress(row, before.started() == 0 ? row.stateBeforeRollback() : State.ROLLING_BACK, before);
        }
    }
}
