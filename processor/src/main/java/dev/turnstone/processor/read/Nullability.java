package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.read.Members.Member;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Decides which fields may be null. Before JDK 22, class files do not show the annotations on the types of fields, so
 * for fields that come from there the decision of the compilation that saw their source is remembered.
 */
final class Nullability {

    private final Report report;
    private final Predicate<TypeElement> isSource;
    private final Optional<Set<String>> remembered;
    private final Set<String> notNull = new TreeSet<>();

    Nullability(Report report, Predicate<TypeElement> isSource, Optional<Set<String>> remembered) {
        this.report = report;
        this.isSource = isSource;
        this.remembered = remembered;
    }

    /** The fields that are NOT NULL for a reason that class files may hide. */
    Set<String> notNull() {
        return notNull;
    }

    boolean isFromSource(VariableElement field) {
        return isSource.test((TypeElement) field.getEnclosingElement());
    }

    boolean isNullable(Member member, Annotations written, Scope scope, boolean isId) {
        boolean primitive = member.type().getKind().isPrimitive();
        Optional<Placed<Boolean>> explicit = written.column().flatMap(each -> each.flag("nullable"));
        if (isId || scope.isId()) {
            explicit.filter(Placed::value).ifPresent(value -> contradiction(value, "A field of the primary key"));
            return false;
        }
        if (explicit.isPresent()) {
            explicit.filter(value -> value.value() && primitive)
                    .ifPresent(value -> contradiction(value, "A primitive field"));
            return explicit.get().value() && !primitive;
        }
        if (primitive && !scope.isEmbedded()) {
            return false;
        }
        String path = scope.path() + member.field().getSimpleName();
        boolean hidden = remembered.isPresent() && !(scope.fromSource() && isFromSource(member.field()));
        boolean present = hidden
                ? remembered.get().contains(path)
                : primitive || Nullness.isNonNull(member.field(), member.type());
        if (present && !scope.canBeAbsent()) {
            notNull.add(path);
            return false;
        }
        return true;
    }

    /** Where a field says of its column what the annotations of its type deny; empty if it does not. */
    Optional<SourceRef> conflict(Member member, Annotations written) {
        return written.column()
                .flatMap(each -> each.flag("nullable"))
                .filter(explicit -> !member.type().getKind().isPrimitive() && isFromSource(member.field()))
                .filter(explicit -> explicit.value()
                        ? Nullness.isNonNull(member.field(), member.type())
                        : Nullness.isNullable(member.field(), member.type()))
                .map(Placed::place);
    }

    private void contradiction(Placed<Boolean> value, String what) {
        report.invalid(value.place(), what + " is never null, so its column is NOT NULL.", "Remove nullable = true.");
    }
}
