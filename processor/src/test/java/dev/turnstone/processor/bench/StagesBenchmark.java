package dev.turnstone.processor.bench;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.processor.lint.Lint;
import dev.turnstone.processor.lint.LintContext;
import dev.turnstone.processor.lint.LintOptions;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the stages between reading and writing cost, each once in a JVM that has not run them before, as in a compile. Every
 * tenth table changes. Arguments: as many sizes as wanted, {@code 30 100 300 1000} without any; each is a number of entities
 * and of saved migrations, and is measured in a process of its own. What the build adds for other benchmarks has no effect.
 */
public final class StagesBenchmark {

    private StagesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2 && arguments[0].equals("--here")) {
            measure(Integer.parseInt(arguments[1]));
            return;
        }
        String[] sizes =
                Stream.of(arguments).filter(each -> each.matches("\\d+")).toArray(String[]::new);
        System.out.println("size | load and replay | diff | lint | proof | with lint to without");
        for (String size : sizes.length == 0 ? new String[] {"30", "100", "300", "1000"} : sizes) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StagesBenchmark.class.getName(),
                            "--here",
                            size)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void measure(int size) throws IOException {
        Path folder = Files.createTempDirectory("stages");
        DeclaredSchema first = declared(tables(size, false));
        HistoryStore.save(
                folder,
                History.EMPTY.named("acme", "com.acme.migrations"),
                "initial",
                first.schema().tables().stream()
                        .<Operation>map(CreateTable::new)
                        .toList(),
                List.of(),
                first.mapping(),
                Instant.EPOCH);
        SavedHistory.extend(folder, size / 2 * 2);
        DeclaredSchema now = declared(tables(size, true));
        List<Dialect> targets = targets();

        Timed<History> load = Timed.of(() -> HistoryStore.load(folder).history().orElseThrow());
        Baseline baseline = load.value().baseline();
        Timed<Diff> diff = Timed.of(() -> SchemaDiffer.diff(baseline, now));
        Diff change = diff.value();
        Timed<Lint.Result> lint = Timed.of(() -> Lint.check(
                List.of(new LintContext(baseline.schema(), change.operations(), change.target(), now, targets)),
                LintOptions.NONE,
                List.of(),
                Set.of(),
                true));
        Timed<Boolean> proof = Timed.of(() ->
                SchemaReplay.replay(baseline.schema(), change.operations()).equals(change.target())
                        && SchemaReplay.replay(change.target(), Operations.inverse(change.operations()))
                                .equals(baseline.schema()));
        if (!proof.value() || lint.value().findings().isEmpty()) {
            throw new IllegalStateException("The benchmark measures nothing.");
        }
        double without = load.millis() + diff.millis() + proof.millis();
        System.out.printf(
                "%4d | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.2f%n",
                size, load.millis(), diff.millis(), lint.millis(), proof.millis(), (without + lint.millis()) / without);
    }

    private record Timed<T>(T value, double millis) {

        static <T> Timed<T> of(Supplier<T> work) {
            long start = System.nanoTime();
            T value = work.get();
            return new Timed<>(value, (System.nanoTime() - start) / 1e6);
        }
    }

    private static List<Dialect> targets() {
        Dialects dialects = Dialects.load(StagesBenchmark.class.getClassLoader());
        return List.of("postgresql", "h2").stream()
                .map(dialects::named)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static List<Table> tables(int count, boolean changed) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean changes = changed && i % 10 == 0;
            String name = "entity_" + i;
            List<TableElement> elements = new ArrayList<>(List.of(
                    Column.of("id", ColumnType.of(Kind.BIGINT)).notNull(),
                    Column.of("name", ColumnType.of(Kind.VARCHAR, changes ? 300 : 200)),
                    Column.of("amount", ColumnType.of(changes ? Kind.BIGINT : Kind.INTEGER)),
                    new PrimaryKey("pk_" + name, List.of("id"))));
            for (int column = 0; column < 8; column++) {
                elements.add(Column.of("value_" + column, ColumnType.of(Kind.VARCHAR, 255)));
            }
            if (changes) {
                elements.add(Column.of("added", ColumnType.of(Kind.DATE)));
                elements.add(new Index("ix_" + name + "_added", List.of("added")));
            }
            if (i > 0) {
                elements.add(Column.of("parent_id", ColumnType.of(Kind.BIGINT)));
                elements.add(new ForeignKey(
                        "fk_" + name,
                        List.of("parent_id"),
                        TableName.of("entity_" + (i - 1)),
                        List.of("id"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION));
            }
            tables.add(Table.of(TableName.of(name), elements));
        }
        return tables;
    }

    private static DeclaredSchema declared(List<Table> tables) {
        List<TableMapping> mappings = tables.stream()
                .map(table -> new TableMapping(
                        table.name(),
                        "com.acme." + table.name(),
                        "",
                        table.columns().stream()
                                .map(column -> new ColumnMapping(column.name(), column.name(), ""))
                                .toList()))
                .toList();
        return new DeclaredSchema(new Schema(tables), new Mapping(mappings), Set.of(), List.of(), List.of(), Map.of());
    }
}
