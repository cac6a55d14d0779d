package dev.turnstone.processor.persistence;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a file says of a set of entities.
 *
 * @param classes the names of classes
 * @param closed whether nothing else belongs to it
 * @param jars jar files whose classes belong to it
 * @param mappings XML files that map entities
 */
record PersistenceUnit(List<String> classes, boolean closed, List<String> jars, List<String> mappings) {

    /** The units of a {@code persistence.xml}. */
    static List<PersistenceUnit> ofPersistence(XmlElement root) {
        return root.children("persistence-unit")
                .map(unit -> new PersistenceUnit(
                        unit.texts("class"),
                        unit.texts("exclude-unlisted-classes").stream()
                                .anyMatch(value -> value.isEmpty() || value.equals("true") || value.equals("1")),
                        unit.texts("jar-file"),
                        unit.texts("mapping-file")))
                .toList();
    }

    /** The session factory of a {@code hibernate.cfg.xml}, which has the classes that it lists and no others. */
    static List<PersistenceUnit> ofHibernate(XmlElement root) {
        return root.children("session-factory")
                .map(factory -> new PersistenceUnit(
                        factory.values("mapping", "class"),
                        false,
                        factory.values("mapping", "jar"),
                        Stream.of("resource", "file")
                                .flatMap(each -> factory.values("mapping", each).stream())
                                .toList()))
                .toList();
    }
}
