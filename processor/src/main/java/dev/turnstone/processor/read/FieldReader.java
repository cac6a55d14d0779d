package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.DeclaredField;
import dev.turnstone.processor.declared.DeclaredField.ColumnFacts;
import dev.turnstone.processor.declared.DeclaredField.Default;
import dev.turnstone.processor.declared.DeclaredField.KeyPart;
import dev.turnstone.processor.declared.DeclaredRule;
import dev.turnstone.processor.declared.FieldType;
import dev.turnstone.processor.declared.FieldType.Basic;
import dev.turnstone.processor.declared.FieldType.Embedded;
import dev.turnstone.processor.declared.FieldType.Reference;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.read.Members.Member;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the fields of one entity. */
final class FieldReader {

    private static final Set<Kind> COUNTABLE = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    private final Elements elements;
    private final Report report;
    private final JavaTypes javaTypes;
    private final ColumnTypes columnTypes;
    private final Members members;
    private final RuleReader rules;
    private final RowReader rows;
    private final Nullability nullability;
    private final AcceptReader accepts;

    FieldReader(Types types, Elements elements, Report report, Nullability nullability, AcceptReader accepts) {
        this.elements = elements;
        this.report = report;
        this.javaTypes = new JavaTypes(types);
        this.columnTypes = new ColumnTypes(javaTypes, report);
        this.members = new Members(types, report);
        this.rules = new RuleReader(report);
        this.rows = new RowReader(report);
        this.nullability = nullability;
        this.accepts = accepts;
    }

    List<DeclaredField> fields(DeclaredType type, Scope scope) {
        List<DeclaredField> fields = new ArrayList<>();
        for (Member member : members.of(type)) {
            read(member, scope).ifPresent(fields::add);
        }
        return fields;
    }

    private Optional<DeclaredField> read(Member member, Scope scope) {
        VariableElement field = member.field();
        boolean unresolvedValue = field.getAnnotationMirrors().stream()
                .anyMatch(mirror -> new Mirror(field, mirror).hasUnresolvedValue());
        if (unresolvedValue || JavaTypes.isUnresolved(member.type())) {
            report.unresolved();
            return Optional.empty();
        }
        accepts.read(field);
        Annotations written = new Annotations(field);
        Optional<KeyPart> id = id(written, scope);
        boolean nullable = nullability.isNullable(member, written, scope, id.isPresent());
        return type(member, written, scope, id.isPresent() || scope.isId())
                .map(type -> new DeclaredField(
                        field.getSimpleName().toString(),
                        SourceRef.of(field),
                        type,
                        nullable,
                        id,
                        facts(member, written, type, id),
                        rules(field, written),
                        nullability.conflict(member, written)));
    }

    private Optional<FieldType> type(Member member, Annotations written, Scope scope, boolean isId) {
        Optional<TypeElement> target = JavaTypes.element(member.type());
        target.filter(each -> each.getKind() == ElementKind.ENUM).ifPresent(accepts::read);
        Optional<Basic> verbatim = columnTypes.verbatim(written.column());
        boolean embeds = target.filter(each -> Mirror.isPresent(each, Vocabulary.EMBEDDABLE))
                .isPresent();
        boolean refers = target.filter(Vocabulary::isEntity).isPresent();
        if (!refers && written.reference().isPresent()) {
            report.add(
                    Tag.NOT_AN_ENTITY,
                    written.reference().get().place(),
                    "The field's type " + JavaTypes.nameOf(member.type())
                            + " is no entity, so it cannot be referred to.",
                    "@Entity on " + JavaTypes.nameOf(member.type()) + ", or no @Reference here");
            return Optional.empty();
        }
        if (!embeds && written.embedded().isPresent()) {
            report.invalid(
                    written.embedded().get().place(),
                    "The field's type " + JavaTypes.nameOf(member.type()) + " is not @Embeddable.",
                    "@Embeddable on " + JavaTypes.nameOf(member.type()) + ", or no @Embedded here");
            return Optional.empty();
        }
        if (refers) {
            return Optional.of(reference(target.get(), written));
        }
        if (verbatim.isPresent()) {
            return Optional.of(verbatim.get());
        }
        return embeds
                ? embedded((DeclaredType) member.type(), member, written, scope, isId)
                : columnTypes
                        .of(member.field(), member.type(), written.column())
                        .map(type -> type);
    }

    private FieldType reference(TypeElement target, Annotations written) {
        written.column().ifPresent(column -> {
            column.numbers("length", "precision", "scale").forEach((name, value) -> typeOfReference(value.place()));
            column.text("type").ifPresent(value -> typeOfReference(value.place()));
        });
        Optional<Mirror> reference = written.reference();
        List<Placed<String>> columns =
                report.names(reference.map(each -> each.texts("column")).orElse(List.of()));
        Optional<Placed<String>> columnName = written.column().flatMap(each -> each.text("name"));
        if (!columns.isEmpty() && columnName.isPresent()) {
            report.invalid(
                    columnName.get().place(),
                    "The column is named twice: here and in @Reference.",
                    "Remove one of the two names.");
        }
        return new Reference(
                elements.getBinaryName(target).toString(),
                columns,
                reference.flatMap(each -> each.constant("onDelete")).map(FieldReader::action),
                reference.flatMap(each -> each.constant("onUpdate")).map(FieldReader::action),
                report.name(reference.flatMap(each -> each.text("name"))));
    }

    private void typeOfReference(SourceRef place) {
        report.invalid(
                place,
                "The column of a reference has the type of the key that it refers to.",
                "Remove this, or set it at the other entity's @Id.");
    }

    private static Placed<ReferentialAction> action(Placed<String> constant) {
        return new Placed<>(ReferentialAction.valueOf(constant.value()), constant.place());
    }

    private Optional<FieldType> embedded(
            DeclaredType type, Member member, Annotations written, Scope scope, boolean isId) {
        TypeElement embeddable = (TypeElement) type.asElement();
        for (Optional<Mirror> useless : List.of(
                written.column(), written.defaultValue(), written.fill(), written.convert(), written.comment())) {
            useless.ifPresent(mirror -> report.invalid(
                    mirror.place(),
                    "An embedded field has no column of its own that this could be about.",
                    "Put it on a field of " + embeddable.getSimpleName() + "."));
        }
        if (scope.embeds(embeddable)) {
            report.add(
                    Tag.UNSUPPORTED_TYPE,
                    SourceRef.of(member.field()),
                    embeddable.getSimpleName() + " would contain itself, so its columns would never end.",
                    "@Transient, or make " + embeddable.getSimpleName() + " an entity and refer to it");
            return Optional.empty();
        }
        members.classes(embeddable).forEach(accepts::read);
        Scope inner = scope.embedding(member, embeddable, isId, nullability);
        return Optional.of(new Embedded(prefix(written), fields(type, inner), rules.drops(embeddable)));
    }

    private Optional<Placed<String>> prefix(Annotations written) {
        Optional<Placed<String>> prefix = written.embedded().flatMap(each -> each.text("prefix"));
        return prefix.filter(text -> text.value().isEmpty()).or(() -> report.name(prefix));
    }

    private Optional<KeyPart> id(Annotations written, Scope scope) {
        if (written.id().isPresent() && scope.isEmbedded()) {
            report.invalid(
                    written.id().get().place(),
                    "An @Embeddable has no key of its own.",
                    "Put @Id on the field that embeds it.");
            return Optional.empty();
        }
        return written.id()
                .map(id -> new KeyPart(
                        id.flag("generated").map(Placed::value).orElse(false),
                        id.number("order").map(Placed::value).orElse(0)));
    }

    private ColumnFacts facts(Member member, Annotations written, FieldType type, Optional<KeyPart> id) {
        Optional<Default> defaultValue = written.defaultValue().flatMap(each -> rows.value(each, "default"));
        if (id.filter(KeyPart::generated).isPresent()) {
            SourceRef place =
                    written.id().orElseThrow().flag("generated").orElseThrow().place();
            boolean countable = type instanceof Basic
                    && javaTypes.kind(member.type()).filter(COUNTABLE::contains).isPresent();
            if (!countable) {
                report.invalid(
                        place,
                        "The database generates whole numbers only, not values of type "
                                + JavaTypes.nameOf(member.type()) + ".",
                        "@Id private long " + member.field().getSimpleName() + ", or @Id without generated");
            }
            written.defaultValue()
                    .ifPresent(mirror -> report.invalid(
                            mirror.place(),
                            "The database numbers this column, so a default would never be used.",
                            "Remove @Default, or generated = true."));
            written.fill()
                    .ifPresent(mirror -> report.invalid(
                            mirror.place(),
                            "The database numbers this column, in rows that exist too.",
                            "Remove @Fill, or generated = true."));
        }
        return new ColumnFacts(
                report.name(written.column().flatMap(each -> each.text("name"))),
                defaultValue,
                report.text(written.comment().flatMap(each -> each.text("value"))),
                report.name(written.renamedFrom().flatMap(each -> each.text("value"))),
                rows.facts(written.fill(), written.convert()));
    }

    private List<DeclaredRule> rules(VariableElement field, Annotations written) {
        List<DeclaredRule> found = new ArrayList<>(rules.rules(field));
        written.column()
                .flatMap(each -> each.flag("unique"))
                .filter(Placed::value)
                .ifPresent(unique ->
                        found.add(new DeclaredRule.OnColumns(true, unique.place(), List.of(), Optional.empty())));
        return found;
    }
}
