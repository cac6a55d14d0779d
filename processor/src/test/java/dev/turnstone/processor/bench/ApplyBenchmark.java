package dev.turnstone.processor.bench;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.bench.ApplyChild.Task;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.schema.Schema;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What applying migrations costs beside plain JDBC with the same statements. Each migration makes a table of ten columns
 * with its indexes. Each figure comes from a cold JVM whose driver is loaded; the contenders take turns, each on an empty
 * database of its own, and the median over the rounds counts. The ratios are those of the medians of one run.
 *
 * <p>Arguments: {@code --processor turnstone-processor.jar --dependencies processor-path.txt}, which the build gives, and
 * {@code --databases H2_FILE,SQLITE,POSTGRESQL,MARIADB --migrations 10,100 --rounds 5}.
 */
public final class ApplyBenchmark {

    private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, String> options;
    private final Path work;

    private ApplyBenchmark(Map<String, String> options, Path work) {
        this.options = options;
        this.work = work;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        ApplyBenchmark benchmark = new ApplyBenchmark(options, Files.createTempDirectory("turnstone-bench"));
        System.out.printf(
                "%-11s %5s | %8s %8s %8s %12s | %8s %8s %8s | %8s %8s %8s%n",
                "",
                "N",
                "raw",
                "raw1tx",
                "fresh",
                "to raw1tx",
                "raw",
                "in use",
                "to raw",
                "look",
                "nothing",
                "to look");
        for (String count : benchmark.option("--migrations", "10,100").split(",", -1)) {
            benchmark.measure(Integer.parseInt(count));
        }
        Compilation.delete(benchmark.work);
        // The servers of the tests end with the JVM.
        System.exit(0);
    }

    private void measure(int count) throws IOException, InterruptedException, SQLException {
        List<List<Operation>> migrations = new ArrayList<>();
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + compile(count, migrations);
        int rounds = Integer.parseInt(option("--rounds", "5"));
        for (String name :
                option("--databases", "H2_FILE,SQLITE,POSTGRESQL,MARIADB").split(",", -1)) {
            TestDatabases kind = TestDatabases.valueOf(name);
            Path statements = statements(kind, migrations);
            Map<Figure, double[]> figures = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                figures.put(figure, new double[rounds]);
            }
            for (int round = 0; round < rounds; round++) {
                for (Series series : SERIES) {
                    try (FreshDatabase database = kind.fresh()) {
                        for (Task task : series.tasks()) {
                            figures.get(series.figure())[round] =
                                    ApplyChild.run(task, classPath, database.url(), statements);
                        }
                    }
                }
            }
            print(name, count, figures);
        }
    }

    private enum Figure {
        RAW,
        RAW_ONE_TRANSACTION,
        FRESH,
        RAW_IN_USE,
        IN_USE,
        LOOK,
        NOTHING
    }

    /** What is done to one database: some steps, of which the last is measured. */
    private record Series(List<Task> tasks, Figure figure) {}

    private static final List<Series> SERIES = List.of(
            new Series(List.of(Task.RAW), Figure.RAW),
            new Series(List.of(Task.RAW_ONE_TRANSACTION), Figure.RAW_ONE_TRANSACTION),
            new Series(List.of(Task.APPLY), Figure.FRESH),
            new Series(List.of(Task.RAW_FIRST, Task.RAW), Figure.RAW_IN_USE),
            new Series(List.of(Task.FIRST, Task.APPLY), Figure.IN_USE),
            new Series(List.of(Task.RAW, Task.RAW), Figure.LOOK),
            new Series(List.of(Task.APPLY, Task.APPLY), Figure.NOTHING));

    /** Compiles entities whose history has a migration for each table; gives the folder of the classes. */
    private Path compile(int count, List<List<Operation>> migrations) throws IOException, InterruptedException {
        Compilation own = Compilation.of(
                EntitySources.TURNSTONE.write(work.resolve("entities-" + count), count), ClassPath.user());
        Path whole = work.resolve("whole-" + count);
        turnstone(own, whole).with("-Aturnstone.save=initial").run(work.resolve("out"));
        History saved = checked(HistoryStore.load(whole));
        History history = History.EMPTY.named(saved.set(), saved.packageName());
        Path single = Files.createDirectories(work.resolve("single-" + count));
        for (Operation operation : saved.migrations().get(0).operations()) {
            // References would make the order of tables matter, and the workload is one table each.
            if (operation instanceof CreateTable create) {
                migrations.add(List.of(create));
                history = checked(HistoryStore.save(
                        single,
                        history,
                        "create_" + create.table().name().name(),
                        List.of(create),
                        List.of(),
                        saved.baseline().mapping(),
                        WHEN));
            }
        }
        Path out = work.resolve("compiled-" + count);
        turnstone(own, single).run(out);
        return out.resolve("classes");
    }

    private Compilation turnstone(Compilation sources, Path history) throws IOException {
        String path = option("--processor", "")
                + File.pathSeparator
                + Files.readString(Path.of(option("--dependencies", "")));
        return sources.with("-processorpath", path, "-Aturnstone.dir=" + history);
    }

    private static History checked(HistoryResult result) {
        return result.history()
                .orElseThrow(() -> new IllegalStateException(result.findings().toString()));
    }

    /** The same statements that Turnstone sends to tables that nobody uses. */
    private Path statements(TestDatabases kind, List<List<Operation>> migrations) throws IOException {
        Dialect dialect =
                Dialects.load(getClass().getClassLoader()).named(kind.dialect()).orElseThrow();
        List<List<String>> statements = new ArrayList<>();
        for (List<Operation> migration : migrations) {
            Rendered rendered = dialect.render(new Change(migration, () -> Schema.EMPTY, false));
            statements.add(((Rendered.Units) rendered)
                    .units().stream()
                            .flatMap(unit -> unit.steps().stream())
                            .map(Step::sql)
                            .toList());
        }
        Path file = work.resolve(kind + ".sql");
        PlainJdbc.write(file, statements);
        return file;
    }

    private static void print(String database, int count, Map<Figure, double[]> figures) {
        double oneTransaction = median(figures, Figure.RAW_ONE_TRANSACTION);
        double fresh = median(figures, Figure.FRESH);
        double raw = median(figures, Figure.RAW_IN_USE);
        double inUse = median(figures, Figure.IN_USE);
        double look = median(figures, Figure.LOOK);
        double nothing = median(figures, Figure.NOTHING);
        System.out.printf(
                Locale.ROOT,
                "%-11s %5d | %8.0f %8.0f %8.0f %12.2f | %8.0f %8.0f %8.2f | %8.1f %8.1f %8.2f%n",
                database,
                count,
                median(figures, Figure.RAW),
                oneTransaction,
                fresh,
                fresh / oneTransaction,
                raw,
                inUse,
                inUse / raw,
                look,
                nothing,
                nothing / look);
    }

    private static double median(Map<Figure, double[]> figures, Figure figure) {
        double[] sorted = Arrays.stream(figures.get(figure)).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }
}
