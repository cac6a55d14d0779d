package dev.turnstone.processor.history;

import java.util.List;

/**
 * What a command that was interrupted left in the folder. The next one that writes there clears it away.
 *
 * @param snapshot whether the snapshot is not that of the newest migration
 * @param superseded the ids of migrations whose files are there though another one stands for them
 */
public record Leftovers(boolean snapshot, List<String> superseded) {

    /** A folder in order. */
    public static final Leftovers NONE = new Leftovers(false, List.of());

    /** Copies the list. */
    public Leftovers {
        superseded = List.copyOf(superseded);
    }

    /**
     * Tells whether the folder is in order.
     *
     * @return true if nothing is left
     */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
