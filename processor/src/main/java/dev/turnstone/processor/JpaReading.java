package dev.turnstone.processor;

import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.JpaModel;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.read.HintReader;
import dev.turnstone.processor.read.jpa.JpaReader;
import dev.turnstone.processor.read.jpa.JpaVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The JPA entities of a compilation, read.
 *
 * @param model the entities, and all that they are made of
 * @param hints what they say of rows, and what they accept
 * @param names the binary names of the entities and converters
 * @param incomplete whether a type was met that the compiler does not know (yet)
 * @param findings what class files lack
 */
record JpaReading(
        JpaModel model, HintReader.Result hints, Set<String> names, boolean incomplete, List<Finding> findings) {

    static JpaReading of(ProcessingEnvironment env, Collector collector) {
        List<TypeElement> roots = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String name : collector.entities()) {
            collector
                    .find(name)
                    .filter(type -> JpaVocabulary.isEntity(type) || JpaVocabulary.isConverter(type))
                    .ifPresent(type -> {
                        roots.add(type);
                        names.add(name);
                    });
        }
        if (roots.isEmpty()) {
            return new JpaReading(new JpaModel(Map.of()), HintReader.read(List.of()), Set.of(), false, List.of());
        }
        JpaReader.Result result = JpaReader.read(
                env.getElementUtils(),
                env.getTypeUtils(),
                roots,
                names,
                type -> SourceFiles.isSource(env, collector, type));
        List<TypeElement> hinted = new ArrayList<>();
        for (JpaClass each : result.model().classes().values()) {
            if (hasHints(each)) {
                collector.find(each.name()).ifPresent(hinted::add);
            }
        }
        return new JpaReading(result.model(), HintReader.read(hinted), names, result.unresolved(), result.findings());
    }

    /** Whether it is worth a second look; entities of other sets have had it there. */
    private static boolean hasHints(JpaClass type) {
        boolean foreign = type.notes().has("Entity") && !type.isEntity();
        return !foreign && type.isHinted();
    }

    boolean isEmpty() {
        return names.isEmpty();
    }
}
