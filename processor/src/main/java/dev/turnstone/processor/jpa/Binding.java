package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.JpaModel;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.jpa.JpaSettings.Qualifier;
import dev.turnstone.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the parts of this stage share while they work on one model. */
final class Binding {

    final JpaModel model;
    final JpaSettings settings;
    final JpaNames names;
    final Forms forms;
    final Attributes attributes;

    /** The entities by the names of their classes. */
    final Map<String, JpaEntity> entities = new TreeMap<>();

    final Map<TableName, JpaTable> tables = new TreeMap<>();
    final Map<TableName, JpaSequence> sequences = new TreeMap<>();
    final List<Finding> findings = new ArrayList<>();

    /** By the type of attributes: what the converter for all of them makes of one. */
    final Map<String, JavaType> autoApplied = new HashMap<>();

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final List<Runnable> last = new ArrayList<>();

    Binding(JpaModel model, JpaSettings settings) {
        this.model = model;
        this.settings = settings;
        this.names = new JpaNames(settings);
        this.forms = new Forms(model, settings);
        this.attributes = new Attributes(model);
        for (JpaClass each : model.having("Converter")) {
            boolean auto = each.notes()
                    .jpa("Converter")
                    .filter(note -> note.says("autoApply", true))
                    .isPresent();
            if (auto) {
                attributes
                        .convertible(each)
                        .ifPresent(
                                from -> attributes.converted(each).ifPresent(to -> autoApplied.put(from.name(), to)));
            }
        }
    }

    /** Puts off what needs the columns of other entities. */
    void later(Runnable task) {
        later.add(task);
    }

    /** Puts off what needs all columns of all tables. */
    void last(Runnable task) {
        last.add(task);
    }

    void finish() {
        while (!later.isEmpty()) {
            later.pop().run();
        }
        last.forEach(Runnable::run);
    }

    Optional<JpaEntity> entity(JavaType type) {
        return Optional.ofNullable(entities.get(type.name()));
    }

    /** The table of a name, made if there is none: collections may share one. */
    JpaTable table(String schema, String logical, String owner, boolean own, SourceRef place) {
        TableName name = new TableName(schema.isEmpty() ? "" : names.physical(schema), names.physical(logical));
        return tables.computeIfAbsent(name, each -> new JpaTable(each, owner, own, place));
    }

    /** What an annotation says stands before the name of its table or sequence; empty for nothing. */
    String readQualifier(Note note) {
        boolean catalogs = settings.qualifier() == Qualifier.CATALOG;
        if (!catalogs && note.text("catalog").isPresent()) {
            findings.add(Finding.of(
                    Tag.UNSUPPORTED_ENTITY,
                    note.place(),
                    "A catalog names a database, and only MySQL and MariaDB have tables of others beside their own; they are"
                            + " not the only targets.",
                    "Take it away, and connect to that database. If MySQL or MariaDB is what you use, say so:"
                            + " -Aturnstone.targets=mariadb"));
        }
        if (settings.qualifier() == Qualifier.MIXED && note.text("schema").isPresent()) {
            findings.add(new Finding(
                    Tag.UNSUPPORTED_ENTITY,
                    Severity.WARNING,
                    note.place(),
                    "MySQL and MariaDB have no schemas: there Hibernate leaves this one out, but the migration, which is one for"
                            + " all targets, looks for a database of that name.",
                    "Take it away, and give the connections their schema instead. Or name targets of one kind only:"
                            + " -Aturnstone.targets=mariadb"));
        }
        return note.text(catalogs ? "catalog" : "schema").orElse("");
    }

    void unsupported(SourceRef place, String text, String fix) {
        findings.add(Finding.of(Tag.UNSUPPORTED_TYPE, place, text, fix));
    }
}
