package dev.turnstone.processor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Turnstone adds to a compilation: at all, beside what Hibernate's metamodel generator adds to that of the same
 * entities, and for each saved migration, beside what javac needs for the same files as plain sources. Each figure comes
 * from a cold javac in a process of its own; the contenders take turns, and the median counts.
 *
 * <p>Arguments: {@code --processor turnstone-processor.jar --dependencies processor-path.txt}, which the build gives, and
 * {@code --entities 100 --migrations 10,100,1000 --rounds 5}; 0 entities, or migrations, leave that half out.
 */
public final class CompileBenchmark {

    private final Map<String, String> options;
    private final Path work;

    private CompileBenchmark(Map<String, String> options, Path work) {
        this.options = options;
        this.work = work;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Path work = Files.createTempDirectory("turnstone-bench");
        CompileBenchmark benchmark = new CompileBenchmark(options, work);
        for (int entities : benchmark.numbers("--entities", "100")) {
            benchmark.fixedCost(entities);
        }
        benchmark.marginalCost(benchmark.numbers("--migrations", "10,100,1000"));
        Compilation.delete(work);
    }

    private void fixedCost(int entities) throws IOException, InterruptedException {
        Compilation own = own(entities);
        Compilation jpa = Compilation.of(
                EntitySources.JPA.write(work.resolve("jpa"), entities), ClassPath.of("jakarta.persistence.Entity"));
        Map<String, Compilation> contenders = new LinkedHashMap<>();
        contenders.put("a", own.with("-proc:none"));
        contenders.put("a'", jpa.with("-proc:none"));
        contenders.put(
                "b",
                own.with(
                        "-processorpath",
                        ClassPath.of(EmptyProcessor.class),
                        "-processor",
                        EmptyProcessor.class.getName()));
        contenders.put("c", jpa.with("-processorpath", ClassPath.hibernate()));
        contenders.put("d", turnstone(own, work.resolve("no-history")));
        Rounds measured = new Rounds(contenders, rounds(), work.resolve("out"));

        print("%n%d entities of ten fields, median of %d        CPU ms   wall ms%n", entities, rounds());
        line(measured, "a", "-proc:none");
        line(measured, "a'", "-proc:none, JPA annotations");
        line(measured, "b", "an empty processor");
        line(measured, "c", "Hibernate's metamodel, JPA annotations");
        line(measured, "d", "Turnstone, no history");
        double empty = measured.added("b", "a");
        double hibernate = measured.added("c", "a'");
        double turnstone = measured.added("d", "a");
        print("added CPU ms: empty %.0f, Hibernate %.0f, Turnstone %.0f%n", empty, hibernate, turnstone);
        print("(d - a) / (c - a') = %.2f, wanted: at most 0.50%n", turnstone / hibernate);
    }

    private void marginalCost(List<Integer> counts) throws IOException, InterruptedException {
        if (counts.isEmpty()) {
            return;
        }
        Compilation own = own(20);
        Path initial = work.resolve("history-0");
        turnstone(own, initial).with("-Aturnstone.save=initial").run(work.resolve("out"));
        Map<String, Compilation> contenders = new LinkedHashMap<>();
        addHistory(contenders, own, initial, 0);
        for (int count : counts) {
            Path folder = work.resolve("history-" + count);
            Compilation.copy(initial, folder);
            SavedHistory.extend(folder, count);
            addHistory(contenders, own, folder, count);
        }
        Rounds measured = new Rounds(contenders, rounds(), work.resolve("out"));

        print("%n20 entities, saved migrations of 5 operations, median of %d: CPU ms%n", rounds());
        print("%8s %12s %12s %14s %14s %8s%n", "N", "Turnstone", "plain", "each (Turnst.)", "each (plain)", "ratio");
        for (int count : counts) {
            double generated = measured.added("turnstone " + count, "turnstone 0");
            double plain = measured.added("plain " + count, "plain 0");
            print(
                    "%8d %12.0f %12.0f %14.2f %14.2f %8.2f%n",
                    count,
                    measured.median("turnstone " + count).cpu(),
                    measured.median("plain " + count).cpu(),
                    generated / count,
                    plain / count,
                    generated / plain);
        }
        print("wanted: a ratio of at most 1.50, and the same figures for each migration at every N%n");
    }

    private void addHistory(Map<String, Compilation> contenders, Compilation own, Path folder, int count)
            throws IOException, InterruptedException {
        Compilation turnstone = turnstone(own, folder);
        turnstone.run(work.resolve("out"));
        Path generated = work.resolve("generated-" + count);
        Compilation.copy(work.resolve("out/generated"), generated);
        contenders.put("turnstone " + count, turnstone);
        contenders.put("plain " + count, own.with("-proc:none").with(Compilation.sourcesIn(generated)));
    }

    private Compilation own(int entities) throws IOException {
        return Compilation.of(
                EntitySources.TURNSTONE.write(work.resolve("own-" + entities), entities), ClassPath.user());
    }

    private Compilation turnstone(Compilation sources, Path history) throws IOException {
        String dependencies = Files.readString(Path.of(options.get("--dependencies")));
        String path = options.get("--processor") + File.pathSeparator + dependencies;
        return sources.with("-processorpath", path, "-Aturnstone.dir=" + history);
    }

    private void line(Rounds measured, String contender, String what) {
        JavacChild.Cost cost = measured.median(contender);
        print("  %-2s %-40s %9.0f %9.0f%n", contender, what, cost.cpu(), cost.wall());
    }

    private int rounds() {
        return Integer.parseInt(options.getOrDefault("--rounds", "5"));
    }

    private List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(options.getOrDefault(name, otherwise).split(",", -1))
                .map(Integer::valueOf)
                .filter(each -> each > 0)
                .toList();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
