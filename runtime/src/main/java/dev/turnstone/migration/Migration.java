package dev.turnstone.migration;

import dev.turnstone.data.DataStep;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import java.util.List;

/**
 * A named, ordered list of changes of a database. Turnstone generates the subclasses from entities; there is no reason
 * to write one by hand.
 */
public abstract class Migration {

    /** For generated subclasses. */
    protected Migration() {}

    /**
     * Writes down what the migration changes.
     *
     * @param changes where to write it
     */
    protected abstract void up(Changes changes);

    /**
     * Writes down how the change is taken back.
     *
     * @param changes where to write it
     */
    protected abstract void down(Changes changes);

    /**
     * Makes the object behind a data migration that {@link #up} or {@link #down} writes down.
     *
     * @param step the binary name of its class
     * @return a new object
     * @throws MigrationException if the migration has no such step
     */
    protected DataStep dataStep(String step) {
        throw new MigrationException("The migration " + getClass().getName() + " runs the data migration " + step
                + ", but it cannot make one. Compile the module that has the migration again.");
    }

    /**
     * Makes the object behind one of the migration's data migrations.
     *
     * @param step the binary name of its class
     * @return a new object
     * @throws MigrationException if the migration has no such step
     */
    public final DataStep newDataStep(String step) {
        return dataStep(step);
    }

    /**
     * What the migration changes.
     *
     * @return its operations, in order
     */
    public final List<Operation> upOperations() {
        Changes changes = new Changes();
        up(changes);
        return changes.operations();
    }

    /**
     * How the migration is taken back.
     *
     * @return operations, in the order in which they must run
     */
    public final List<Operation> downOperations() {
        Changes changes = new Changes();
        down(changes);
        return changes.operations();
    }
}
