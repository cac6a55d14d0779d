package dev.turnstone.processor;

import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryReshape;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * What a compilation stands on before any entity is read: its options, the committed files, and what the last
 * compilation knew.
 *
 * @param options the options
 * @param folder the committed folder; empty if no place for it was found, which only matters when something is saved
 * @param history the saved migrations
 * @param output the class output
 * @param lastEntities the entities of the last compilation into the same output, with the fields that JSpecify made
 *     NOT NULL
 * @param setName the name of the migration set
 * @param packageName the package of the generated classes
 * @param dialects the names of all dialects
 * @param named the entities that are named, wherever they come from
 */
record Ground(
        ProcessorOptions options,
        Optional<Path> folder,
        History history,
        ClassOutput output,
        SortedMap<String, Set<String>> lastEntities,
        String setName,
        String packageName,
        List<String> dialects,
        NamedEntities named) {

    /**
     * Finds the ground, and tells the collector what it knows.
     *
     * @param env the compilation
     * @param collector what the first round brought
     * @param options the options
     * @param dialects the names of all dialects
     * @param findings takes what is wrong with the committed files
     * @return the ground; of no use if there are errors among the findings
     */
    static Ground find(
            ProcessingEnvironment env,
            Collector collector,
            ProcessorOptions options,
            List<String> dialects,
            List<Finding> findings) {
        ClassOutput output = new ClassOutput(env.getFiler());
        Optional<ProjectLayout> layout = layout(env, collector, output);
        Optional<Path> folder = layout.map(
                        found -> options.dir().map(found::folder).orElseGet(found::defaultFolder))
                .or(() -> options.dir().map(Path::of).filter(Path::isAbsolute));
        History history = folder.map(loading(options.command()))
                .map(loaded -> {
                    findings.addAll(loaded.findings());
                    return loaded.history().orElse(History.EMPTY);
                })
                .orElse(History.EMPTY);
        ClassOutput.Known last = output.read();
        collector.addKnown(last.entities().keySet());
        collector.addKnownSteps(last.steps());
        collector.addKnown(history.baseline().mapping().tables().stream()
                .map(TableMapping::entity)
                .toList());
        boolean main = layout.map(ProjectLayout::isMain).orElse(true);
        String suffix = main ? "" : "." + layout.orElseThrow().sourceSet().replace('-', '_');
        NamedEntities named = NamedEntities.of(options, layout, output, collector);
        Set<String> resolved = named.resolve(env.getElementUtils(), collector).entities();
        String common = Stream.of(collector.entities(), collector.steps(), resolved)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .map(PackageNames::common)
                .orElse("");
        collector.addKnown(resolved);
        String setName = history.set().isEmpty() ? (common.isEmpty() ? "default" : common) + suffix : history.set();
        String packageName = options.packageName()
                .map(name -> name + suffix)
                .orElseGet(() -> !history.packageName().isEmpty()
                        ? history.packageName()
                        : (common.isEmpty() ? "" : common + ".") + "migrations" + suffix);
        return new Ground(options, folder, history, output, last.entities(), setName, packageName, dialects, named);
    }

    /** The history as it is, or as the command would make it, so that everything that follows fits it. */
    static Function<Path, HistoryResult> loading(Command command) {
        if (command instanceof Command.Rebase rebase) {
            return dir -> HistoryReshape.rebase(dir, rebase.id());
        }
        return command instanceof Command.Prune ? HistoryReshape::prune : HistoryStore::load;
    }

    private static Optional<ProjectLayout> layout(ProcessingEnvironment env, Collector collector, ClassOutput output) {
        Optional<Path> classes = output.folder();
        for (TypeElement type : collector.types()) {
            Optional<Path> file = SourceFiles.of(env, type);
            if (file.isPresent()) {
                String packageName = env.getElementUtils()
                        .getPackageOf(type)
                        .getQualifiedName()
                        .toString();
                int depth = packageName.isEmpty() ? 0 : packageName.split("\\.", -1).length;
                return ProjectLayout.of(file, above(file.get(), depth), classes);
            }
        }
        return ProjectLayout.of(Optional.empty(), Optional.empty(), classes);
    }

    private static Optional<Path> above(Path file, int packageDepth) {
        Path folder = file.getParent();
        for (int i = 0; i < packageDepth && folder != null; i++) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }
}
