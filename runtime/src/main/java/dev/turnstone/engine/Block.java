package dev.turnstone.engine;

import dev.turnstone.dialect.Step;
import dev.turnstone.dialect.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that run together, with their numbers in all of a migration's statements.
 *
 * @param number the number of the first step, from 1
 * @param transactional whether all of them happen or none; if not, there is one step
 * @param steps the steps
 */
record Block(int number, boolean transactional, List<Step> steps) {

    static List<Block> of(List<Unit> units) {
        List<Block> blocks = new ArrayList<>();
        int number = 1;
        for (Unit unit : units) {
            blocks.add(new Block(number, unit.transactional(), unit.steps()));
            number += unit.steps().size();
        }
        return blocks;
    }

    /** The number of the last step. */
    int last() {
        return number + steps.size() - 1;
    }

    /** Whether it is nothing but statements in a transaction. */
    boolean plain() {
        for (Step step : steps) {
            if (step.kind() != Step.Kind.STATEMENT || !step.leftovers().isEmpty()) {
                return false;
            }
        }
        return transactional;
    }

    static int total(List<Block> blocks) {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).last();
    }

    /** The SQL of the statements after a number. */
    static List<String> sqlAfter(List<Block> blocks, int done) {
        List<String> sql = new ArrayList<>();
        for (Block block : blocks) {
            for (int i = 0; i < block.steps.size(); i++) {
                if (block.number + i > done) {
                    sql.add(block.steps.get(i).sql());
                }
            }
        }
        return sql;
    }
}
