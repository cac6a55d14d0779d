package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns that tell the entities of a hierarchy from each other, and what they demand of a row. */
record Discriminators(Binding binding) {

    private static final String NULL = "null";
    private static final String REST = "not null";

    void bind(JpaEntity entity) {
        if (entity.parent == null || entity.type.notes().has("DiscriminatorColumn")) {
            column(entity);
        }
    }

    private void column(JpaEntity entity) {
        Optional<Note> written = entity.type.notes().jpa("DiscriminatorColumn");
        boolean implied = entity.strategy() == JpaEntity.Strategy.SINGLE_TABLE && !entity.children.isEmpty();
        if (entity.isUnion()
                || (written.isEmpty() && !implied)
                || entity.type.notes().hibernate("DiscriminatorFormula").isPresent()) {
            return;
        }
        String logical = written.flatMap(each -> each.text("name")).orElse("DTYPE");
        String name = binding.names.physical(logical);
        String kind =
                written.flatMap(each -> each.constant("discriminatorType")).orElse("STRING");
        ColumnForm form = written.flatMap(each -> each.text("columnDefinition"))
                .map(each -> ColumnForm.of(ColumnType.verbatim(each)))
                .orElseGet(() -> form(kind, written));
        List<String> values = entity.family().stream()
                .filter(each -> !each.type.isAbstract())
                .map(each -> value(each, kind))
                .toList();
        boolean nullable = values.contains(NULL);
        entity.table.add(JpaColumn.of(name, logical, form, nullable, logical, entity.type.place()));
        if (binding.settings.atLeast(7, 1)) {
            listed(entity, name, form, values);
            binding.last(() ->
                    entity.family().stream().filter(JpaEntity::sharesTable).forEach(each -> demands(each, name, kind)));
        }
    }

    private ColumnForm form(String kind, Optional<Note> written) {
        return switch (kind) {
            case "INTEGER" -> ColumnForm.of(Kind.INTEGER);
            case "CHAR" ->
                binding.forms
                        .of(
                                JavaType.of("java.lang.Character"),
                                new Notes(List.of()),
                                Size.of(null, new Notes(List.of())))
                        .orElseThrow();
            default ->
                ColumnForm.of(
                        Kind.VARCHAR,
                        written.flatMap(each -> each.number("length"))
                                .orElse(31L)
                                .intValue());
        };
    }

    private void listed(JpaEntity entity, String name, ColumnForm form, List<String> values) {
        boolean forced = entity.type
                .notes()
                .hibernate("DiscriminatorOptions")
                .filter(each -> each.says("force", true))
                .isPresent();
        List<String> known = values.stream().filter(each -> !each.equals(NULL)).toList();
        if (!known.isEmpty() && !known.contains(REST) && !forced) {
            entity.table.checks.put(name, form.among(known).check(name));
        }
    }

    /** In a row of this entity the columns have a value that are empty in rows of others. */
    private void demands(JpaEntity entity, String discriminator, String kind) {
        String value = value(entity, kind);
        if (entity.type.isAbstract() || value.equals(REST)) {
            return;
        }
        List<String> demanded = new ArrayList<>(entity.parent.demanded());
        demanded.addAll(entity.demanded());
        demanded.removeIf(
                each -> !entity.table.column(each).map(JpaColumn::nullable).orElse(false));
        if (!demanded.isEmpty()) {
            String other = value.equals(NULL)
                    ? " is null"
                    : " <> " + (kind.equals("INTEGER") ? value : "'" + value.replace("'", "''") + "'");
            String all = demanded.stream()
                    .map(each -> JpaNames.marked(each) + " is not null")
                    .collect(Collectors.joining(" and "));
            entity.table.checks.put(
                    discriminator + "_" + entity.name, new Condition.Sql(JpaNames.marked(discriminator) + other + " or (" + all + ")"));
        }
    }

    private static String value(JpaEntity entity, String kind) {
        return entity.type
                .notes()
                .jpa("DiscriminatorValue")
                .flatMap(note -> note.text("value"))
                .orElse(kind.equals("INTEGER") ? Integer.toString(entity.name.hashCode()) : entity.name);
    }
}
