package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredField.Default;
import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.declared.DeclaredSchema.Convert;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks the constants and expressions that the source gives to the rows of a column. */
public final class WrittenValues {

    private final List<Finding> findings;

    /**
     * A judge of values.
     *
     * @param findings where to say what is wrong
     */
    public WrittenValues(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * What rows get.
     *
     * @param written what the source says; empty for nothing
     * @param annotation the simple name of the annotation that says it
     * @param type the column's type
     * @param constants the only constants that are allowed; empty for any
     * @return the value; null for none
     */
    public DefaultValue value(Optional<Default> written, String annotation, ColumnType type, List<String> constants) {
        if (written.isEmpty()) {
            return null;
        }
        Placed<String> text = written.get().text();
        if (written.get().isSql()) {
            return isExpression(
                            text,
                            annotation.toLowerCase(Locale.ROOT),
                            "@" + annotation + "(sql = \"<one expression>\")")
                    ? new DefaultValue.Sql(SqlText.normalise(text.value()))
                    : null;
        }
        if (!constants.isEmpty() && !constants.contains(text.value())) {
            invalid(
                    text.place(),
                    "'" + text.value() + "' is no constant of the enum."
                            + Suggestion.didYouMean(text.value(), constants),
                    "Write one of " + String.join(", ", constants) + ".");
            return null;
        }
        Optional<String> literal = LiteralText.canonical(type, text.value());
        if (literal.isEmpty()) {
            invalid(
                    text.place(),
                    "'" + text.value() + "' is no value of the column's type " + type + ".",
                    "Write " + LiteralText.expected(type) + ".");
        }
        return literal.map(DefaultValue.Literal::new).orElse(null);
    }

    /**
     * Says what is wrong with the expressions of a conversion.
     *
     * @param rows what the source says of rows
     */
    public void checkConversion(RowFacts rows) {
        rows.using().ifPresent(text -> isExpression(text, "conversion", "@Convert(using = \"<one expression>\")"));
        rows.back()
                .ifPresent(text -> isExpression(
                        text, "conversion", "@Convert(using = \"<one expression>\", back = \"<one expression>\")"));
    }

    /**
     * How values get their new type.
     *
     * @param rows what the source says of rows
     * @return the expressions; empty for none
     */
    public static Optional<Placed<Convert>> conversion(RowFacts rows) {
        return rows.using()
                .map(using -> new Placed<>(
                        new Convert(
                                SqlText.normalise(using.value()),
                                rows.back()
                                        .map(back -> SqlText.normalise(back.value()))
                                        .orElse("")),
                        using.place()));
    }

    private boolean isExpression(Placed<String> text, String what, String fix) {
        Optional<String> problem = SqlText.problem(text.value());
        problem.ifPresent(each -> invalid(
                text.place(), "The SQL of this " + what + " " + each + ", so it cannot stand in a statement.", fix));
        return problem.isEmpty();
    }

    private void invalid(SourceRef place, String text, String fix) {
        findings.add(Finding.of(Tag.INVALID_VALUE, place, text, fix));
    }
}
