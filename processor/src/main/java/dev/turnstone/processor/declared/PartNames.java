package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.TableParts.Part;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names constraints and indexes. Within a database schema no two of them may share a name. */
final class PartNames {

    /** Below the smallest limit of the supported databases, which is PostgreSQL's 63 bytes. */
    private static final int LONGEST = 60;

    private final Map<String, SourceRef> places;
    private final List<Finding> findings;
    private final Map<TableName, Map<String, TableName>> taken = new TreeMap<>();
    private final Map<TableName, List<TableElement>> elements = new TreeMap<>();
    private final Set<String> derived = new TreeSet<>(Identifiers.ORDER);

    private PartNames(Map<String, SourceRef> places, List<Finding> findings) {
        this.places = places;
        this.findings = findings;
    }

    private record Owned(TableName table, Part part) {}

    static PartNames give(List<TableParts> tables, Map<String, SourceRef> places, List<Finding> findings) {
        PartNames names = new PartNames(places, findings);
        List<Owned> all = new ArrayList<>();
        for (TableParts table : tables) {
            names.elements.put(table.name(), new ArrayList<>());
            distinct(table.parts()).forEach(part -> all.add(new Owned(table.name(), part)));
        }
        all.stream().filter(owned -> owned.part().given().isPresent()).forEach(names::keep);
        all.stream()
                .filter(owned -> owned.part().given().isEmpty())
                .sorted(Comparator.comparing(Owned::table)
                        .thenComparing(owned -> owned.part().stem())
                        .thenComparing(owned -> owned.part().element().toString()))
                .forEach(names::derive);
        return names;
    }

    /** The constraints and indexes of a table under their names. */
    List<TableElement> of(TableName table) {
        return elements.get(table);
    }

    /** The names that the source did not give. */
    Set<String> derived() {
        return derived;
    }

    /** Of equal parts one is enough; one that the source names is preferred. */
    private static List<Part> distinct(List<Part> parts) {
        Map<TableElement, List<Part>> equal = new LinkedHashMap<>();
        parts.forEach(part ->
                equal.computeIfAbsent(part.element(), key -> new ArrayList<>()).add(part));
        List<Part> distinct = new ArrayList<>();
        for (List<Part> same : equal.values()) {
            List<Part> named =
                    same.stream().filter(part -> part.given().isPresent()).toList();
            distinct.addAll(named.isEmpty() ? same.subList(0, 1) : named);
        }
        return distinct;
    }

    private void keep(Owned owned) {
        Placed<String> name = owned.part().given().orElseThrow();
        TableName first = namesAround(owned.table()).putIfAbsent(name.value(), owned.table());
        if (first == null) {
            put(owned, name.value());
        } else {
            findings.add(Finding.of(
                    Tag.DUPLICATE_NAME,
                    name.place(),
                    "The name " + name.value() + " already belongs to a constraint or index of the table " + first
                            + "; in a database schema each name may occur once.",
                    "Choose another name, or none: Turnstone derives one."));
        }
    }

    private void derive(Owned owned) {
        String stem = clean(owned.part().stem());
        String name = shorten(stem);
        if (namesAround(owned.table()).containsKey(name)) {
            name = shorten(
                    stem + "_" + NameHash.of(owned.table() + "\n" + owned.part().element()));
        }
        namesAround(owned.table()).put(name, owned.table());
        derived.add(name);
        put(owned, name);
    }

    private void put(Owned owned, String name) {
        elements.get(owned.table()).add(owned.part().named(name));
        places.put(DeclaredSchema.key(owned.table(), name), owned.part().place());
    }

    private Map<String, TableName> namesAround(TableName table) {
        return taken.computeIfAbsent(table.sibling("*"), schema -> new TreeMap<>(Identifiers.ORDER));
    }

    private static String clean(String stem) {
        StringBuilder clean = new StringBuilder(stem.length());
        stem.codePoints()
                .map(each -> Character.isLetterOrDigit(each) ? each : '_')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String shorten(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        String end = "_" + NameHash.of(name);
        int cut = name.length();
        while (bytes(name.substring(0, cut)) + end.length() > LONGEST) {
            cut = name.offsetByCodePoints(cut, -1);
        }
        return name.substring(0, cut) + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
