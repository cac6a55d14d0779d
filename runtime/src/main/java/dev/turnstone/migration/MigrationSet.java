package dev.turnstone.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All migrations of one compilation unit. Turnstone generates one subclass, which {@link java.util.ServiceLoader}
 * finds. It knows the ids and fingerprints by heart and makes a migration only when it is needed, so that a start with
 * nothing to do loads no migration class.
 */
public abstract class MigrationSet {

    /** The place of the checkpoint, for {@link #migration}. */
    public static final int CHECKPOINT = -1;

    /** For generated subclasses. */
    protected MigrationSet() {}

    /**
     * The name under which the history table keeps this set's migrations; it never changes.
     *
     * @return such as {@code com.acme.blog}
     */
    public abstract String name();

    /**
     * The version of Turnstone that generated the set.
     *
     * @return such as {@code 0.1.0}
     */
    public abstract String toolVersion();

    /**
     * The migrations' ids and fingerprints, oldest first. The draft, where there is one, is the last.
     *
     * @return one entry for each migration
     */
    public abstract List<Entry> entries();

    /**
     * The fingerprint of the newest saved migration at the time when the set was generated, by which a set that is older
     * than the committed files can be told.
     *
     * @return 64 hexadecimal digits, all of them 0 if nothing was saved yet
     */
    public abstract String headFingerprint();

    /**
     * Tells whether the newest migration is a draft: a change of the entities that nobody has saved.
     *
     * @return true if so
     */
    public abstract boolean hasDraft();

    /**
     * The checkpoint, which does at once in a new database what the first migrations do one by one.
     *
     * @return the checkpoint; null if there is none
     */
    public Checkpoint checkpoint() {
        return null;
    }

    /**
     * Makes one migration.
     *
     * @param position its place in {@link #entries}, from 0, or {@link #CHECKPOINT}
     * @return a new migration
     * @throws IndexOutOfBoundsException if there is no such place, or its migration was pruned
     */
    public abstract Migration migration(int position);

    /**
     * A migration's place in the chain.
     *
     * @param id the migration's id, such as {@code 0002_add_author_email}
     * @param fingerprint SHA-256 over its parent's fingerprint and its operations, 64 hexadecimal digits
     */
    public record Entry(String id, String fingerprint) {}

    /**
     * A migration that stands beside the chain: it leads from nothing to where the first entries lead.
     *
     * @param id its id, such as {@code 0007_checkpoint}
     * @param fingerprint SHA-256 over what it replaces and its operations, 64 hexadecimal digits
     * @param replaced how many of the first entries it replaces
     * @param pruned how many of the first entries cannot be made any more
     */
    public record Checkpoint(String id, String fingerprint, int replaced, int pruned) {}

    /**
     * Reads entries from the compact form that generated sets keep them in.
     *
     * @param chunks texts of lines, each an id, a space and a fingerprint
     * @return the entries, in order
     */
    protected static List<Entry> parse(String... chunks) {
        List<Entry> entries = new ArrayList<>();
        for (String chunk : chunks) {
            int line = 0;
            while (line < chunk.length()) {
                int space = chunk.indexOf(' ', line);
                int end = chunk.indexOf('\n', space);
                end = end < 0 ? chunk.length() : end;
                entries.add(new Entry(chunk.substring(line, space), chunk.substring(space + 1, end)));
                line = end + 1;
            }
        }
        return Collections.unmodifiableList(entries);
    }
}
