package dev.turnstone.processor.persistence;

import java.util.Optional;
import java.util.Set;

/** Tells whether an XML file that JPA or Hibernate reads beside the annotations shapes a schema. */
final class MappingFile {

    private static final Set<String> HARMLESS =
            Set.of("description", "sql-result-set-mapping", "query", "sql-query", "resultset", "import", "meta");
    private static final Set<String> HARMLESS_STARTS = Set.of("named-", "filter-def", "fetch-profile");

    private MappingFile() {}

    /**
     * Finds what a file maps.
     *
     * @param root {@code entity-mappings} or {@code hibernate-mapping}
     * @return the first element that is more than a query; empty if there is none
     */
    static Optional<String> shaping(XmlElement root) {
        return root.children().stream()
                .filter(each -> !HARMLESS.contains(each.name())
                        && HARMLESS_STARTS.stream().noneMatch(each.name()::startsWith))
                .map(MappingFile::describe)
                .findFirst();
    }

    private static String describe(XmlElement element) {
        String subject =
                element.attributes().getOrDefault("class", element.attributes().getOrDefault("name", ""));
        return "<" + element.name() + ">" + (subject.isEmpty() ? "" : " for " + subject);
    }
}
