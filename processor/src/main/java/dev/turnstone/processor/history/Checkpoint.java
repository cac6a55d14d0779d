package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Consent;
import java.util.List;

/**
 * A migration beside the chain: it leads a new database at once to where the first migrations lead.
 *
 * @param id its name with the number of the last migration that it replaces, such as {@code 0007_checkpoint}
 * @param replaces the migrations that it replaces, oldest first; at least one
 * @param savedAt when it was saved, as an instant in seconds
 * @param operations what it does, in order
 * @param consents which steps were left out, and why
 * @param fingerprint SHA-256 over what it replaces and its operations, 64 hexadecimal digits
 */
public record Checkpoint(
        String id,
        List<Replaced> replaces,
        String savedAt,
        List<Operation> operations,
        List<Consent> consents,
        String fingerprint) {

    /** Copies the lists. */
    public Checkpoint {
        replaces = List.copyOf(replaces);
        operations = List.copyOf(operations);
        consents = List.copyOf(consents);
    }

    /**
     * A migration that a checkpoint replaces.
     *
     * @param id its id
     * @param fingerprint its fingerprint
     */
    public record Replaced(String id, String fingerprint) {}

    /**
     * The last migration that it replaces.
     *
     * @return the one with which the chain goes on
     */
    public Replaced last() {
        return replaces.get(replaces.size() - 1);
    }

    /**
     * Whether it replaces a migration.
     *
     * @param migration the migration's id
     * @return true if so
     */
    public boolean replaces(String migration) {
        return replaces.stream().anyMatch(each -> each.id().equals(migration));
    }

    /** What its fingerprint is taken over instead of one parent's. */
    static String ancestry(List<Replaced> replaces) {
        StringBuilder text = new StringBuilder();
        replaces.forEach(each ->
                text.append(each.id()).append(' ').append(each.fingerprint()).append('\n'));
        return text.toString();
    }

    int number() {
        return MigrationId.number(id);
    }
}
