package dev.turnstone.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What can be said of operations in a row. */
public final class Operations {

    private Operations() {}

    /**
     * The operations that take others back, in the order in which they must run.
     *
     * @param operations operations in the order in which they ran
     * @return their inverses, last first
     */
    public static List<Operation> inverse(List<Operation> operations) {
        List<Operation> inverses =
                new ArrayList<>(operations.stream().map(Operation::inverse).toList());
        Collections.reverse(inverses);
        return List.copyOf(inverses);
    }
}
