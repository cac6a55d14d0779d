package dev.turnstone;

import dev.turnstone.data.DataStep;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** A migration set written by hand; each step gives a new one. */
public final class TestSet extends MigrationSet {

    private static final String NO_PARENT = "0".repeat(64);

    private final String name;
    private final List<Entry> entries;
    private final List<Migration> migrations;
    private final boolean draft;
    private Checkpoint checkpoint;
    private Migration atOnce;

    /** Shared by all sets that were made of one another. */
    private final Map<String, Supplier<DataStep>> steps;

    private TestSet(
            String name,
            List<Entry> entries,
            List<Migration> migrations,
            boolean draft,
            Map<String, Supplier<DataStep>> steps) {
        this.name = name;
        this.entries = entries;
        this.migrations = migrations;
        this.draft = draft;
        this.steps = steps;
    }

    public static TestSet named(String name) {
        return new TestSet(name, List.of(), List.of(), false, new HashMap<>());
    }

    /** A migration whose way back is the inverse of its way forward. */
    public TestSet with(String id, Operation... up) {
        return with(id, List.of(up), Operations.inverse(List.of(up)));
    }

    public TestSet with(String id, List<Operation> up, List<Operation> down) {
        String parent =
                entries.isEmpty() ? NO_PARENT : entries.get(entries.size() - 1).fingerprint();
        List<Entry> newEntries = new ArrayList<>(entries);
        newEntries.add(new Entry(id, fingerprint(parent, up)));
        List<Migration> newMigrations = new ArrayList<>(migrations);
        newMigrations.add(new TestMigration(up, down, steps));
        return new TestSet(name, newEntries, newMigrations, draft, steps);
    }

    /** What a data migration of this set does. */
    public TestSet doing(String step, Supplier<DataStep> maker) {
        steps.put(step, maker);
        return this;
    }

    /** Any text that differs with what it is made of will do: a runtime only compares fingerprints. */
    private static String fingerprint(String parent, List<Operation> operations) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((parent + operations).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public TestSet first(int count) {
        return new TestSet(name, entries.subList(0, count), migrations.subList(0, count), draft, steps);
    }

    /** The same without one migration; the fingerprints stay, as they do when a file is lost. */
    public TestSet without(int position) {
        List<Entry> newEntries = new ArrayList<>(entries);
        newEntries.remove(position);
        List<Migration> newMigrations = new ArrayList<>(migrations);
        newMigrations.remove(position);
        return new TestSet(name, newEntries, newMigrations, draft, steps);
    }

    /** The same with a checkpoint for the first migrations, some of which cannot be made any more. */
    public TestSet withCheckpoint(String id, int replaced, int pruned, Operation... up) {
        TestSet set = new TestSet(name, entries, new ArrayList<>(migrations), draft, steps);
        for (int i = 0; i < pruned; i++) {
            set.migrations.set(i, null);
        }
        set.checkpoint = new Checkpoint(id, fingerprint(id, List.of(up)), replaced, pruned);
        set.atOnce = new TestMigration(List.of(up), Operations.inverse(List.of(up)), steps);
        return set;
    }

    public TestSet withDraft() {
        return new TestSet(name, entries, migrations, true, steps);
    }

    /** The same, except that no migration can be made. */
    public TestSet withoutClasses() {
        return new TestSet(name, entries, List.of(), draft, steps);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toolVersion() {
        return "0.1.0-test";
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public String headFingerprint() {
        int saved = draft ? entries.size() - 1 : entries.size();
        return saved == 0 ? NO_PARENT : entries.get(saved - 1).fingerprint();
    }

    @Override
    public boolean hasDraft() {
        return draft;
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public Migration migration(int position) {
        return position == CHECKPOINT ? atOnce : Objects.requireNonNull(migrations.get(position));
    }

    private static final class TestMigration extends Migration {

        private final List<Operation> up;
        private final List<Operation> down;

        private final Map<String, Supplier<DataStep>> steps;

        TestMigration(List<Operation> up, List<Operation> down, Map<String, Supplier<DataStep>> steps) {
            this.steps = steps;
            this.up = up;
            this.down = down;
        }

        @Override
        protected DataStep dataStep(String step) {
            return steps.containsKey(step) ? steps.get(step).get() : super.dataStep(step);
        }

        @Override
        protected void up(Changes changes) {
            up.forEach(changes::add);
        }

        @Override
        protected void down(Changes changes) {
            down.forEach(changes::add);
        }
    }
}
