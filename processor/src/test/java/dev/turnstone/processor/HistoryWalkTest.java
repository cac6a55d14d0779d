package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.LeftDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The years of one history: random edits that are saved, amended, rebuilt, squashed and rebased. After each the committed
 * folder is sound, and databases that were left somewhere on the way arrive where a new one is, with their rows.
 */
class HistoryWalkTest {

    private static final int WALKS = Integer.getInteger("turnstone.walks", 1);
    private static final long FIRST_SEED = Long.getLong("turnstone.seed", 1);
    private static final int EDITS = 200;

    /** Held, or the logging of the JDK would forget its level. */
    private static final Logger LOGGER = Logger.getLogger("dev.turnstone");

    @TempDir
    private Path folders;

    @Test
    void aHistoryStaysSoundAndDatabasesFollowIt() throws IOException, SQLException {
        LOGGER.setLevel(Level.WARNING);
        Set<HistoryWalk.Step> done = EnumSet.noneOf(HistoryWalk.Step.class);
        int left = 0;
        for (int i = 0; i < WALKS; i++) {
            long seed = FIRST_SEED + i;
            try (LeftDatabases databases = new LeftDatabases()) {
                Path folder = Files.createDirectory(folders.resolve("walk" + seed));
                HistoryWalk walk = new HistoryWalk(folder, seed, databases);
                walk.go(EDITS);
                done.addAll(walk.done());
                left += databases.count();
            } catch (RuntimeException | IOException | SQLException | AssertionError e) {
                throw new AssertionError("Again with -Dturnstone.seed=" + seed + " -Dturnstone.walks=1", e);
            }
        }
        assertThat(left).as("databases that were left on the way").isGreaterThan(4);
        assertThat(done).as("commands that took place").isEqualTo(HistoryWalk.ALL);
    }
}
