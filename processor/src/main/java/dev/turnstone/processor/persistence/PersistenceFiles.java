package dev.turnstone.processor.persistence;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks through the resources of a project for the files that tell JPA and Hibernate of entities. */
public final class PersistenceFiles {

    private static final String PERSISTENCE = "META-INF/persistence.xml";
    private static final String HIBERNATE = "hibernate.cfg.xml";
    private static final String ORM = "META-INF/orm.xml";

    private final List<Path> folders;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final TreeSet<String> mappings = new TreeSet<>();

    private PersistenceFiles(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * What the files say.
     *
     * @param classes the names of classes that they list, each with the file that lists it
     * @param closed the file that says that nothing else is an entity; empty if there is none
     * @param findings what in them is not supported, or wrong
     */
    public record Found(Map<String, String> classes, Optional<String> closed, List<Finding> findings) {

        /** Copies the parts, in their order. */
        public Found {
            classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads the files.
     *
     * @param folders the folders of resources; of a file that is in several, the first counts
     * @param packages packages of entities, beside which Hibernate's own mapping files may be
     * @return what they say
     */
    public static Found read(List<Path> folders, Collection<String> packages) {
        PersistenceFiles files = new PersistenceFiles(folders);
        if (files.find(ORM).isPresent()) {
            files.mappings.add(ORM);
        }
        List<PersistenceUnit> units = files.units(PERSISTENCE, PersistenceUnit::ofPersistence);
        files.units(HIBERNATE, PersistenceUnit::ofHibernate);
        packages.forEach(files::findHibernateMappings);
        files.mappings.forEach(files::checkMapping);
        boolean closed = !units.isEmpty() && units.stream().allMatch(PersistenceUnit::closed);
        return new Found(files.classes, Optional.of(PERSISTENCE).filter(file -> closed), files.findings);
    }

    private List<PersistenceUnit> units(String name, Function<XmlElement, List<PersistenceUnit>> reader) {
        List<PersistenceUnit> units =
                root(name, Tag.PERSISTENCE_XML).map(reader).orElse(List.of());
        for (PersistenceUnit unit : units) {
            unit.classes().forEach(each -> classes.putIfAbsent(each, name));
            mappings.addAll(unit.mappings());
            for (String jar : unit.jars()) {
                findings.add(Finding.of(
                        Tag.PERSISTENCE_XML,
                        SourceRef.NONE,
                        name + " takes its entities from " + jar
                                + ", too. Turnstone does not look into jar files for classes, so their tables are missing from the"
                                + " migrations unless they are named.",
                        "Name them, one by one or by package: -Aturnstone.entities=com.acme.User,com.acme.base.*"
                                + "\nWhere they are, silence this: -Aturnstone.lint=TS-PERSISTENCE-XML=off"));
            }
        }
        if (units.stream().map(unit -> new TreeSet<>(unit.classes())).distinct().count() > 1) {
            findings.add(Finding.of(
                    Tag.PERSISTENCE_XML,
                    SourceRef.NONE,
                    name + " has " + units.size()
                            + " persistence units with different classes. One compile makes one set of migrations, which has the tables"
                            + " of all of them.",
                    "If they are for one database, silence this: -Aturnstone.lint=TS-PERSISTENCE-XML=off"
                            + "\nIf not, give each unit a module of its own."));
        }
        return units;
    }

    private void findHibernateMappings(String packageName) {
        String folder = packageName.replace('.', '/');
        for (Path root : folders) {
            Path place = root.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".hbm.xml"))
                            .forEach(file -> mappings.add(folder.isEmpty() ? file : folder + "/" + file));
                } catch (IOException e) {
                    findings.add(unreadable(folder, e, Tag.ORM_XML));
                }
            }
        }
    }

    private void checkMapping(String name) {
        Optional<String> shaping = find(name).isPresent()
                ? root(name, Tag.ORM_XML).flatMap(MappingFile::shaping)
                : Optional.of("what nobody can tell here, as it is not among the resources of this project");
        shaping.ifPresent(what -> findings.add(Finding.of(
                Tag.ORM_XML,
                SourceRef.NONE,
                name + " maps " + what
                        + ". Turnstone reads annotations, not this file: what it adds or changes would be missing from the"
                        + " migrations.",
                "Say it by annotations on the classes instead."
                        + "\nIf it changes no table, silence this: -Aturnstone.lint=TS-ORM-XML=off"
                        + find(name)
                                .filter(this::isCopy)
                                .map(PersistenceFiles::stale)
                                .orElse(""))));
    }

    /** A build copies the resources; what is in the last folder alone may be from before. */
    private boolean isCopy(Path file) {
        return folders.size() > 1 && file.startsWith(folders.get(folders.size() - 1));
    }

    private static String stale(Path file) {
        return "\nIf its source is gone, clean the build: it is " + file + " that was read.";
    }

    private Optional<XmlElement> root(String name, Tag tag) {
        return find(name).flatMap(file -> {
            try {
                return Optional.of(XmlElement.read(file));
            } catch (IOException e) {
                findings.add(unreadable(name, e, tag));
                return Optional.empty();
            }
        });
    }

    private static Finding unreadable(String name, IOException e, Tag tag) {
        return new Finding(
                tag,
                Severity.ERROR,
                SourceRef.NONE,
                name + " cannot be read: " + e.getMessage() + ". Whether it names or maps entities is not known.",
                "Mend the file.");
    }

    private Optional<Path> find(String name) {
        try {
            return folders.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }
}
