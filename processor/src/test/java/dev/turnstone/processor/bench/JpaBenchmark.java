package dev.turnstone.processor.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Turnstone adds to the compilation of JPA entities, beside what Hibernate's metamodel generator adds to that of the
 * same. Each figure comes from a cold javac in a process of its own; the contenders take turns, and the median counts.
 *
 * <p>Arguments: {@code --processor turnstone-processor.jar --dependencies processor-path.txt}, which the build gives, and
 * {@code --entities 30,100,300,1000 --rounds 3}.
 */
public final class JpaBenchmark {

    private JpaBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
        String path = options.get("--processor")
                + File.pathSeparator
                + Files.readString(Path.of(options.get("--dependencies"))).strip();
        Path work = Files.createTempDirectory("turnstone-jpa");
        print("JPA entities, median of %d: CPU ms in all, CPU ms for each entity above an empty processor%n", rounds);
        for (String each : options.getOrDefault("--entities", "30,100,300,1000").split(",", -1)) {
            int entities = Integer.parseInt(each);
            Map<String, Compilation> contenders = contenders(work.resolve(each), entities, path);
            report(
                    entities,
                    contenders.keySet().stream().toList(),
                    new Rounds(contenders, rounds, work.resolve("out")));
        }
        Compilation.delete(work);
    }

    private static Map<String, Compilation> contenders(Path work, int entities, String path)
            throws IOException, InterruptedException {
        Compilation plain = Compilation.of(
                JpaSources.write(work, entities),
                ClassPath.of("jakarta.persistence.Entity") + File.pathSeparator + ClassPath.user());
        Compilation turnstone = plain.with("-processorpath", path, "-Aturnstone.naming=jpa");
        Path history = work.resolve("history");
        turnstone.with("-Aturnstone.dir=" + history, "-Aturnstone.save=initial").run(work.resolve("out"));
        Map<String, Compilation> contenders = new LinkedHashMap<>();
        contenders.put("-proc:none", plain.with("-proc:none"));
        contenders.put("empty processor", own(plain, EmptyProcessor.class));
        contenders.put("two files in two rounds", own(plain, WritingProcessor.class));
        contenders.put("Hibernate's metamodel", plain.with("-processorpath", ClassPath.hibernate()));
        contenders.put("Turnstone, no change", turnstone.with("-Aturnstone.dir=" + history));
        contenders.put("Turnstone, all unsaved", turnstone.with("-Aturnstone.dir=" + work.resolve("none")));
        return contenders;
    }

    private static Compilation own(Compilation plain, Class<?> processor) {
        return plain.with("-processorpath", ClassPath.of(processor), "-processor", processor.getName());
    }

    private static void report(int entities, List<String> contenders, Rounds measured) {
        String none = contenders.get(0);
        String empty = contenders.get(1);
        String hibernate = contenders.get(3);
        print("%n%5d entities %26s %9s %12s %12s%n", entities, "CPU ms", "each", "/ Hibernate", "wall ms");
        for (String contender : contenders) {
            print(
                    "  %-36s %6.0f %9.2f %12.2f %12.0f%n",
                    contender,
                    measured.median(contender).cpu(),
                    measured.added(contender, empty) / entities,
                    measured.added(contender, none) / measured.added(hibernate, none),
                    measured.median(contender).wall());
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
