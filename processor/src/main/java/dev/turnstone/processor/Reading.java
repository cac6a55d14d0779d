package dev.turnstone.processor;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredEntity;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.read.ReadResult;
import dev.turnstone.processor.read.TurnstoneEntityReader;
import dev.turnstone.processor.read.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The entities of a compilation, read: those among its sources and those that earlier compilations knew, which an IDE
 * leaves out when they did not change. Whatever is on the class path counts; what is not there has left the schema.
 */
final class Reading {

    private final ProcessingEnvironment env;
    private final Collector collector;
    private final Ground ground;
    private final TurnstoneEntityReader reader;
    private final Map<String, DeclaredEntity> own = new TreeMap<>();
    private final Map<String, DeclaredEntity> external = new TreeMap<>();
    private final List<DropHint> packageDrops = new ArrayList<>();
    private final List<Accept> accepts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final NamedEntities.Resolved named;
    private JpaReading jpa;
    private boolean incomplete;

    private Reading(ProcessingEnvironment env, Collector collector, Ground ground) {
        this.env = env;
        this.collector = collector;
        this.ground = ground;
        this.named = ground.named().resolve(env.getElementUtils(), collector);
        this.reader = new TurnstoneEntityReader(env.getTypeUtils(), env.getElementUtils(), collector::isSource);
    }

    /**
     * Reads all entities.
     *
     * @param env the compilation
     * @param collector the names of the entities
     * @param ground what the compilation stands on
     * @return what was read
     */
    static Reading of(ProcessingEnvironment env, Collector collector, Ground ground) {
        Reading reading = new Reading(env, collector, ground);
        collector.addKnown(reading.named.entities());
        reading.findings.addAll(reading.named.findings());
        Set<String> packages = new TreeSet<>(collector.packages());
        for (String name : collector.entities()) {
            reading.read(name, reading.own);
            packages.add(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        }
        reading.readExternal();
        reading.jpa = JpaReading.of(env, collector);
        reading.incomplete |= reading.jpa.incomplete();
        reading.accepts.addAll(reading.jpa.hints().accepts());
        reading.findings.addAll(reading.jpa.hints().findings());
        reading.findings.addAll(reading.jpa.findings());
        packages.forEach(reading::readPackage);
        return reading;
    }

    List<DeclaredEntity> own() {
        return List.copyOf(own.values());
    }

    List<DeclaredEntity> external() {
        return List.copyOf(external.values());
    }

    JpaReading jpa() {
        return jpa;
    }

    List<DropHint> packageDrops() {
        return packageDrops;
    }

    /** What {@code @Accept} says, the same one perhaps several times. */
    List<Accept> accepts() {
        return accepts;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether an entity mentions a type that the compiler does not know (yet). */
    boolean incomplete() {
        return incomplete;
    }

    /** Whether the next compilation needs to be told of an entity. One that is only named is named again then, or no more. */
    boolean isToBeKnown(String name) {
        return !named.entities().contains(name)
                || ground.lastEntities().containsKey(name)
                || collector.find(name).filter(collector::isSource).isPresent();
    }

    private void read(String name, Map<String, DeclaredEntity> target) {
        TypeElement type = collector.find(name).filter(Vocabulary::isEntity).orElse(null);
        if (type != null) {
            ReadResult result =
                    reader.read(type, Optional.ofNullable(ground.lastEntities().get(name)));
            findings.addAll(result.findings());
            if (target == own) {
                accepts.addAll(result.accepts());
            }
            incomplete |= result.unresolved();
            result.entity().ifPresent(entity -> target.put(name, entity));
        }
    }

    /** Entities of other sets, such as those of a library or, for tests, of the application. */
    private void readExternal() {
        Deque<DeclaredEntity> open = new ArrayDeque<>(own.values());
        while (!open.isEmpty()) {
            for (String name : open.pop().referencedEntities()) {
                if (!own.containsKey(name) && !collector.entities().contains(name) && !external.containsKey(name)) {
                    read(name, external);
                    if (external.containsKey(name)) {
                        open.push(external.get(name));
                    }
                }
            }
        }
    }

    private void readPackage(String name) {
        PackageElement element = env.getElementUtils().getPackageElement(name);
        if (element != null) {
            TurnstoneEntityReader.PackageResult result = reader.read(element);
            packageDrops.addAll(result.drops());
            accepts.addAll(result.accepts());
            findings.addAll(result.findings());
        }
    }
}
