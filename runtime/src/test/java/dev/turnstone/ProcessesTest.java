package dev.turnstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.migration.MigrationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own that migrate one database file together, or are killed while they do. */
class ProcessesTest {

    private static final String IN_THE_MIDDLE =
            "SELECT 1 FROM turnstone_history WHERE id = '0002_slow' AND started = 2 AND done = 1";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private String url() {
        // H2 writes commits to disk up to half a second late, and a killed host loses those; here each must count.
        return "jdbc:h2:file:" + folder.resolve("blog") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    private JdbcDataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url());
        h2.setUser("sa");
        return h2;
    }

    private Process start(String what) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + MigratingProcess.PAUSE + "=60",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        url(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(log(processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path log(int process) {
        return folder.resolve("process" + process + ".log");
    }

    private MigrationReport apply(TestSet set) {
        return Migrator.builder(h2()).sets(set).build().apply();
    }

    /** Each class, and each lambda more so, costs a JVM time that has just begun. */
    @Test
    void aStartWithNothingToDoLoadsLittle() throws Exception {
        apply(Blog.SET);
        Path loaded = folder.resolve("loaded.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NothingToDo.class.getName(),
                        url())
                .inheritIO()
                .start();
        processes.add(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<String> own = Files.readAllLines(loaded).stream()
                .dropWhile(line -> !line.contains(NothingToDo.class.getName() + "$Begins"))
                .skip(1)
                .flatMap(line -> Pattern.compile("dev\\.turnstone\\.[\\w.$]+")
                        .matcher(line)
                        .results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(own).contains("dev.turnstone.engine.Start").hasSizeLessThan(25);
        assertThat(own).noneMatch(name -> name.contains("$$Lambda"));
    }

    /** Makes its set first, as that is the application's. */
    static final class NothingToDo {

        private NothingToDo() {}

        public static void main(String[] args) {
            TestSet set = Blog.SET;
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(args[0]);
            h2.setUser("sa");
            Migrator.Builder builder = Begins.with(h2);
            builder.sets(set).build().apply();
        }

        /** Its loading is what the class log is read from. */
        private static final class Begins {
            static Migrator.Builder with(JdbcDataSource h2) {
                return Migrator.builder(h2);
            }
        }
    }

    @Test
    void eachMigrationRunsOnceHoweverManyProcessesStart() throws Exception {
        TestDatabase database = TestDatabase.at(url());
        for (int i = 0; i < 3; i++) {
            start("many");
        }
        waitFor(() -> database.rows("SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS").size() == 4);
        database.execute("CREATE TABLE go (id INTEGER)");
        for (int i = 0; i < 3; i++) {
            assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(processes.get(i).exitValue())
                    .as(() -> text(0) + text(1) + text(2))
                    .isZero();
        }
        assertThat(text(0) + text(1) + text(2)).containsOnlyOnce("Applying 0021_more");
        assertThat(database.rows(
                        "SELECT COUNT(*), MIN(state), MAX(state), SUM(started), SUM(done) FROM turnstone_history"))
                .containsExactly("21|APPLIED|APPLIED|22|22");
        assertThat(database.rows("SELECT token FROM turnstone_history_lock")).containsExactly("null");
    }

    private String text(int process) {
        try {
            return Files.readString(log(process));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The killed process takes the database server with it. */
    @Test
    void aKilledHostIsRelievedByTheNext() throws Exception {
        Process process = start("host and slow");
        waitFor(() -> Files.exists(folder.resolve("blog.mv.db")) && text(0).contains("Applying 0002_slow"));
        TestDatabase database = TestDatabase.at(url());
        waitFor(() -> !database.rows(IN_THE_MIDDLE).isEmpty());
        assertThat(database.rows("SELECT holder FROM turnstone_history_lock").get(0))
                .endsWith("process " + process.pid());

        process.destroyForcibly().waitFor();

        assertThat(apply(MigratingProcess.slow()).applied()).hasSize(1);
        assertThat(TestDatabase.at(url())
                        .rows("SELECT state, statements, started, done FROM turnstone_history ORDER BY position"))
                .containsExactly("APPLIED|2|2|2", "APPLIED|3|3|3");
        assertThat(TestDatabase.at(url()).rows("SELECT a, x, z FROM author")).containsExactly("none|5|none");
    }

    /** The statement of the killed process goes on in the server, so the next one waits for it and finds it done. */
    @Test
    void aKilledClientIsRelievedWhenItsStatementHasEnded() throws Exception {
        TestDatabase database = TestDatabase.at(url());
        MigratingProcess.prepare(database, h2());
        System.setProperty(MigratingProcess.PAUSE, "3");
        try {
            Process process = start("slow");
            waitFor(() -> !database.rows(IN_THE_MIDDLE).isEmpty());
            process.destroyForcibly().waitFor();
            assertThat(apply(MigratingProcess.slow()).applied()).hasSize(1);
        } finally {
            System.clearProperty(MigratingProcess.PAUSE);
        }
        assertThat(database.rows("SELECT state, started, done FROM turnstone_history ORDER BY position"))
                .containsExactly("APPLIED|2|2", "APPLIED|3|3");
        assertThat(database.rows("SELECT a, x, z FROM author")).containsExactly("none|5|none");
    }

    /** A question that is asked until it is answered with yes. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void waitFor(Condition condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
