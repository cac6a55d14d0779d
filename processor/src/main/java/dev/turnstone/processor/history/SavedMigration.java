package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Consent;
import java.util.List;

/**
 * A saved migration. It is frozen: nothing changes it any more.
 *
 * @param id its name with its number, such as {@code 0002_add_author_email}
 * @param parent the id of the migration before; empty for the first
 * @param parentFingerprint that migration's fingerprint
 * @param savedAt when it was saved, as an instant in seconds
 * @param operations what it does, in order
 * @param consents what the source agreed to, and why
 * @param fingerprint SHA-256 over the parent's fingerprint and the operations, 64 hexadecimal digits
 * @param supersedes the fingerprints of the unreleased migrations that it stands for since it was amended or rebuilt
 */
public record SavedMigration(
        String id,
        String parent,
        String parentFingerprint,
        String savedAt,
        List<Operation> operations,
        List<Consent> consents,
        String fingerprint,
        List<String> supersedes) {

    /** Copies the lists. */
    public SavedMigration {
        supersedes = List.copyOf(supersedes);
        consents = List.copyOf(consents);
        operations = List.copyOf(operations);
    }

    /**
     * A migration that stands for no other.
     *
     * @param id its name with its number, such as {@code 0002_add_author_email}
     * @param parent the id of the migration before; empty for the first
     * @param parentFingerprint that migration's fingerprint
     * @param savedAt when it was saved, as an instant in seconds
     * @param operations what it does, in order
     * @param consents what the source agreed to, and why
     * @param fingerprint SHA-256 over the parent's fingerprint and the operations, 64 hexadecimal digits
     */
    public SavedMigration(
            String id,
            String parent,
            String parentFingerprint,
            String savedAt,
            List<Operation> operations,
            List<Consent> consents,
            String fingerprint) {
        this(id, parent, parentFingerprint, savedAt, operations, consents, fingerprint, List.of());
    }

    /** The number that the id begins with. */
    int number() {
        return MigrationId.number(id);
    }
}
