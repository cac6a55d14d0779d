package dev.turnstone.processor;

import dev.turnstone.processor.declared.jpa.JpaModel;
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
 * @param names the binary names of the entities and converters
 * @param incomplete whether a type was met that the compiler does not know (yet)
 */
record JpaReading(JpaModel model, Set<String> names, boolean incomplete) {

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
            return new JpaReading(new JpaModel(Map.of()), Set.of(), false);
        }
        JpaReader.Result result = JpaReader.read(env.getElementUtils(), env.getTypeUtils(), roots, names);
        return new JpaReading(result.model(), names, result.unresolved());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }
}
