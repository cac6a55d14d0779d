package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.DeclaredEntity.Drop;
import dev.turnstone.processor.declared.DeclaredRule;
import dev.turnstone.processor.declared.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Reads what may stand several times on one element: indexes, unique constraints, checks and {@code @Dropped}. */
final class RuleReader {

    private final Report report;

    RuleReader(Report report) {
        this.report = report;
    }

    List<DeclaredRule> rules(Element element) {
        List<DeclaredRule> rules = new ArrayList<>();
        for (String kind : List.of(Vocabulary.INDEX, Vocabulary.UNIQUE)) {
            for (Mirror mirror : Mirror.all(element, kind)) {
                onColumns(mirror, kind.equals(Vocabulary.UNIQUE)).ifPresent(rules::add);
            }
        }
        for (Mirror mirror : Mirror.all(element, Vocabulary.CHECK)) {
            report.text(mirror.text("value"))
                    .ifPresent(condition ->
                            rules.add(new DeclaredRule.Condition(condition, report.name(mirror.text("name")))));
        }
        return rules;
    }

    private Optional<DeclaredRule> onColumns(Mirror mirror, boolean isUnique) {
        List<Placed<String>> written = mirror.texts("columns");
        List<Placed<String>> columns = report.names(written);
        boolean onField = mirror.element().getKind().isField();
        if (onField != written.isEmpty()) {
            report.invalid(
                    written.isEmpty() ? mirror.place() : written.get(0).place(),
                    onField
                            ? "On a field the columns are those of the field; others cannot be named here."
                            : "On a class the columns must be named.",
                    onField ? "Remove the columns, or move the annotation to the class." : "columns = {\"...\"}");
            return Optional.empty();
        }
        return columns.size() == written.size()
                ? Optional.of(
                        new DeclaredRule.OnColumns(isUnique, mirror.place(), columns, report.name(mirror.text("name"))))
                : Optional.empty();
    }

    List<Drop> drops(Element element) {
        boolean onPackage = element.getKind() == ElementKind.PACKAGE;
        List<Drop> drops = new ArrayList<>();
        for (Mirror mirror : Mirror.all(element, Vocabulary.DROPPED)) {
            String reason = mirror.text("reason").map(Placed::value).orElse("");
            List<Placed<String>> values = mirror.texts("value");
            List<Placed<String>> tables = mirror.texts("tables");
            if (values.isEmpty() && tables.isEmpty()) {
                report.invalid(
                        mirror.place(),
                        "This @Dropped names nothing.",
                        "@Dropped(value = \"" + (onPackage ? "<table>" : "<column>")
                                + "\", reason = \"why it may go\")");
            }
            report.names(values).forEach(name -> drops.add(new Drop(onPackage, name, reason)));
            report.names(tables).forEach(name -> drops.add(new Drop(true, name, reason)));
        }
        return drops;
    }
}
