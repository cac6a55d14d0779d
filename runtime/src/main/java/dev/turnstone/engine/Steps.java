package dev.turnstone.engine;

import static java.lang.System.Logger.Level.DEBUG;

import dev.turnstone.data.DataStep;
import dev.turnstone.dialect.Step;
import dev.turnstone.migration.MigrationSet;
import java.sql.SQLException;
import java.util.List;

/** Runs each kind of step. */
final class Steps {

    private static final System.Logger LOG = System.getLogger("dev.turnstone");

    private final Runner runner;
    private final List<MigrationSet> sets;
    private final Database database;

    Steps(Runner runner, List<MigrationSet> sets, Database database) {
        this.runner = runner;
        this.sets = sets;
        this.database = database;
    }

    /** Before anything is done: a data migration needs a version of the application that has its class. */
    void requireClasses(Course course) {
        for (Block block : course.blocks()) {
            Step first = block.steps().get(0);
            if (first.kind() == Step.Kind.DATA
                    && block.number() > course.progress().done()) {
                Sets.migration(sets, course.row(), first.data().step());
            }
        }
    }

    void perform(Course course, Place at, Step step, MigrationLock.Write between) throws SQLException {
        LOG.log(DEBUG, step.sql());
        executeEach(step.leftovers(), between);
        switch (step.kind()) {
            case STATEMENT -> database.execute(runner.lock.mark(step.sql()));
            case REPEATED -> {
                while (database.executeUpdate(runner.lock.mark(step.sql())) > 0) {
                    between.run();
                }
            }
            case GENERATED -> executeEach(step.sql(), between);
            case NO_ROW -> {
                List<String> rows = database.texts(step.sql());
                if (!rows.isEmpty()) {
                    throw new SQLException("The query must return no row, but it returned " + rows.size()
                            + ", the first of them " + rows.get(0) + ".");
                }
            }
            case DATA -> {
                String name = step.data().step();
                DataStep data = Sets.migration(sets, course.row(), name).newDataStep(name);
                new DataRun(runner, database, course, step, at).run(data);
            }
        }
    }

    void executeEach(String query, MigrationLock.Write between) throws SQLException {
        for (String sql : query.isEmpty() ? List.<String>of() : database.texts(query)) {
            database.execute(runner.lock.mark(sql));
            between.run();
        }
    }

    boolean happened(HistoryRow row, Step step) {
        return !step.doneQuery().isEmpty()
                && Database.access(
                        "was looking for the effect of an interrupted statement of " + row.id(),
                        () -> database.hasRow(step.doneQuery()));
    }
}
