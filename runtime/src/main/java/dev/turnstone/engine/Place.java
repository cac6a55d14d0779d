package dev.turnstone.engine;

import dev.turnstone.dialect.Step;
import java.sql.SQLException;
import java.util.List;

/** Where the run of a block is. */
final class Place {
    int number;
    Step step;

    /** Whether the ranges of a backfill were recorded. */
    boolean begun;

    /** Whether the statements failed together, so that they go one by one from then on. */
    boolean apart;

    Place(Block block) {
        number = block.number();
        step = block.steps().get(0);
    }

    /** Of statements that travelled together, the one that the driver quotes behind its place among them. */
    void find(Block block, List<String> statements, SQLException e) {
        for (int i = 0; i < statements.size(); i++) {
            if (String.valueOf(e.getMessage()).contains(" " + i + " " + statements.get(i))) {
                number = block.number() + i;
                step = block.steps().get(i);
            }
        }
    }
}
