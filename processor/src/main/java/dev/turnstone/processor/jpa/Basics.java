package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JavaType.Shape;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attributes with one column. */
final class Basics {

    private final Binding binding;
    private final Constraints constraints;

    Basics(Binding binding) {
        this.binding = binding;
        this.constraints = new Constraints(binding.settings);
    }

    List<JpaColumn> bind(JpaAttribute attribute, Scope scope) {
        return bind(attribute, scope, attribute.name());
    }

    /**
     * Adds the column of an attribute.
     *
     * @param attribute the attribute
     * @param scope where it stands
     * @param implicit the column's name if the source gives none
     */
    List<JpaColumn> bind(JpaAttribute attribute, Scope scope, String implicit) {
        Notes notes = attribute.notes();
        Note written = scope.overrides()
                .column(scope.pathOf(attribute))
                .or(() -> notes.jpa("Column"))
                .orElse(null);
        Optional<Note> column = Optional.ofNullable(written);
        Size size = Size.of(written, notes);
        Unsupported unsupported = new Unsupported(binding);
        unsupported.check(attribute, size);
        Optional<ColumnForm> found = form(attribute, scope, size);
        if (found.isEmpty()) {
            Optional<String> options =
                    size.options().filter(each -> value(attribute, scope, size).isPresent());
            unsupported.type(attribute, options);
            return List.of();
        }
        ColumnForm form = found.get();
        String logical = column.flatMap(each -> each.text("name")).orElse(implicit);
        String name = binding.names.physical(logical);
        JpaTable table = column.flatMap(each -> each.text("table"))
                .map(each -> scope.entity()
                        .secondary
                        .get(binding.names.physical(each).toLowerCase(Locale.ROOT)))
                .orElse(scope.table());
        JpaColumn bound = table.add(new JpaColumn(
                name,
                logical,
                form,
                nullable(attribute, scope, written),
                false,
                notes.hibernate("ColumnDefault")
                        .flatMap(each -> each.text("value"))
                        .orElse(""),
                column.flatMap(each -> each.text("comment"))
                        .or(() -> notes.hibernate("Comment").flatMap(each -> each.text("value")))
                        .orElse(""),
                scope.pathOf(attribute),
                Hints.renamedFrom(notes),
                attribute.place()));
        if (written != null && written.says("unique", true)) {
            table.unique("", List.of(bound), attribute.place());
        }
        if (isDemanded(attribute) && !scope.embedded()) {
            scope.entity().demand(attribute, name);
        }
        Condition check = form.check(name);
        if (check != null) {
            table.checks.putIfAbsent(name, check);
        }
        notes.hibernate("Check")
                .flatMap(each -> each.text("constraints"))
                .ifPresent(each -> table.checks.putIfAbsent(name + "_check", new Condition.Sql(each)));
        for (Note each : column.map(each -> each.notes("check")).orElse(List.of())) {
            each.text("constraint")
                    .ifPresent(text -> table.checks.putIfAbsent(
                            each.text("name").orElse(name + "_check"), new Condition.Sql(text)));
        }
        constraints.checks(attribute, scope, name).forEach(table.checks::putIfAbsent);
        constrain(attribute, scope, size, bound, table);
        zoneColumn(attribute, scope, name, table);
        return List.of(bound);
    }

    /** Constraints come last: the columns that refer to this one have its form without them. */
    private void constrain(JpaAttribute attribute, Scope scope, Size size, JpaColumn bound, JpaTable table) {
        Size constrained = constraints.size(attribute, scope, size);
        if (!constrained.equals(size) && bound.path().equals(scope.pathOf(attribute))) {
            form(attribute, scope, constrained)
                    .ifPresent(form -> binding.last(() ->
                            table.column(bound.name()).ifPresent(column -> table.replace(column.withForm(form)))));
        }
    }

    private Optional<ColumnForm> form(JpaAttribute attribute, Scope scope, Size size) {
        Optional<ColumnForm> form = value(attribute, scope, size);
        return size.options().isEmpty()
                ? form
                : form.flatMap(each -> each.followedBy(size.options().get()));
    }

    /** The form of an attribute's value. */
    private Optional<ColumnForm> value(JpaAttribute attribute, Scope scope, Size size) {
        Notes notes = attribute.notes();
        JavaType type = attribute.type();
        Optional<Note> conversion = scope.overrides()
                .conversion(scope.pathOf(attribute))
                .or(() -> Conversions.whole(notes))
                .filter(each -> !each.says("disableConversion", true));
        Optional<JavaType> converter = conversion.flatMap(each -> each.type("converter"));
        if (size.definition().isEmpty() && converter.isPresent()) {
            Optional<ColumnForm> known = BooleanForms.of(converter.get(), binding.settings);
            if (known.isPresent()) {
                return known;
            }
            return binding.model
                    .find(converter.get().name())
                    .flatMap(binding.attributes::converted)
                    .flatMap(to -> binding.forms.of(to, withoutEnum(notes), size));
        }
        boolean basic = !notes.has("Enumerated", "Temporal", "Version", "Id") && !scope.key() && conversion.isEmpty();
        boolean off = Conversions.whole(notes)
                .filter(each -> each.says("disableConversion", true))
                .isPresent();
        if (basic && !off && type.shape() != Shape.ARRAY && binding.autoApplied.containsKey(boxed(type))) {
            return binding.forms.of(binding.autoApplied.get(boxed(type)), notes, size);
        }
        if (size.definition().isEmpty() && Descriptors.isForeign(notes)) {
            return Optional.empty();
        }
        return binding.forms.of(Descriptors.java(notes).orElse(type), notes, size);
    }

    private static Notes withoutEnum(Notes notes) {
        return new Notes(notes.all().stream()
                .filter(each -> !each.name().endsWith(".Enumerated"))
                .toList());
    }

    private static String boxed(JavaType type) {
        return type.shape() != Shape.PRIMITIVE
                ? type.name()
                : switch (type.name()) {
                    case "int" -> "java.lang.Integer";
                    case "char" -> "java.lang.Character";
                    default ->
                        "java.lang." + Character.toUpperCase(type.name().charAt(0))
                                + type.name().substring(1);
                };
    }

    private boolean nullable(JpaAttribute attribute, Scope scope, Note column) {
        Notes notes = attribute.notes();
        if (scope.key()
                || (column != null && column.says("nullable", false))
                || notes.hibernate("TenantId").isPresent()) {
            return false;
        }
        // With an @Column, what that says counts, even if it says nothing of it; inside of an embeddable nothing is
        // forced.
        Optional<Note> basicNote = notes.jpa("Basic");
        boolean primitive = column == null
                && attribute.type().shape() == Shape.PRIMITIVE
                && (!scope.embedded() || basicNote.isPresent());
        boolean basic = basicNote.filter(each -> each.says("optional", false)).isPresent();
        boolean version = notes.has("Version") && binding.settings.atLeast(7, 3);
        boolean stamp = binding.settings.atLeast(7, 4)
                && (notes.hibernate("CreationTimestamp").isPresent()
                        || notes.hibernate("UpdateTimestamp").isPresent()
                        || notes.hibernate("CurrentTimestamp").isPresent());
        boolean required = primitive || basic || version || stamp || constraints.isRequired(attribute, scope);
        return !required || scope.lax();
    }

    /** Whether Hibernate refuses to store the attribute without a value, whatever its column allows. */
    private static boolean isDemanded(JpaAttribute attribute) {
        return attribute.type().shape() == Shape.PRIMITIVE
                || attribute
                        .notes()
                        .jpa("Basic")
                        .filter(each -> each.says("optional", false))
                        .isPresent();
    }

    /** An offset that is kept beside a point in time. */
    private void zoneColumn(JpaAttribute attribute, Scope scope, String name, JpaTable table) {
        boolean wanted = attribute
                .notes()
                .hibernate("TimeZoneStorage")
                .flatMap(each -> each.constant("value"))
                .filter("COLUMN"::equals)
                .isPresent();
        if (wanted) {
            String logical = attribute
                    .notes()
                    .hibernate("TimeZoneColumn")
                    .flatMap(each -> each.text("name"))
                    .orElse(name + "_tz");
            table.add(JpaColumn.of(
                    binding.names.physical(logical),
                    logical,
                    ColumnForm.of(Kind.INTEGER),
                    true,
                    scope.pathOf(attribute) + ".zone",
                    attribute.place()));
        }
    }
}
