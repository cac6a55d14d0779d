package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.DeclaredField.Default;
import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.declared.Placed;
import java.util.Optional;

/** Reads what a field says of the values in rows. */
final class RowReader {

    private final Report report;

    RowReader(Report report) {
        this.report = report;
    }

    /** What {@code @Fill} and {@code @Convert} say. */
    RowFacts facts(Optional<Mirror> fill, Optional<Mirror> convert) {
        return new RowFacts(
                fill.flatMap(each -> value(each, "fill")),
                report.text(convert.flatMap(each -> each.text("using"))),
                report.text(convert.flatMap(each -> each.text("back")))
                        .filter(text -> !text.value().isEmpty()));
    }

    /** The constant or the expression of {@code @Default} or {@code @Fill}. */
    Optional<Default> value(Mirror mirror, String what) {
        Optional<Placed<String>> constant = report.text(mirror.text("value"));
        Optional<Placed<String>> sql =
                report.text(mirror.text("sql")).filter(text -> !text.value().isEmpty());
        if (constant.isPresent() == sql.isPresent()) {
            report.invalid(
                    mirror.place(),
                    constant.isPresent()
                            ? "A " + what + " is either a constant or an SQL expression, not both."
                            : "This " + what + " says nothing.",
                    "A constant, (\"<constant>\"), or an expression, (sql = \"<expression>\").");
            return Optional.empty();
        }
        return sql.map(text -> new Default(true, text)).or(() -> constant.map(text -> new Default(false, text)));
    }
}
