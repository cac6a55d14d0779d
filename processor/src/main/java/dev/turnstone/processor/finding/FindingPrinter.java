package dev.turnstone.processor.finding;

import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints findings, all at once and sorted by place. The only user of the compiler's {@link Messager}. */
public final class FindingPrinter {

    private static final String PAGE =
            "Turnstone's page docs/findings.md explains each tag in brackets, with a bad and a good example.";

    private final Messager messager;
    private boolean pageNamed;

    /**
     * A printer for one compilation.
     *
     * @param messager where to print
     */
    public FindingPrinter(Messager messager) {
        this.messager = messager;
    }

    /**
     * Prints findings.
     *
     * @param findings in any order
     */
    public void print(List<Finding> findings) {
        findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::place)
                        .thenComparing(Finding::tag)
                        .thenComparing(Finding::text))
                .forEach(this::print);
        if (!pageNamed && findings.stream().anyMatch(each -> each.severity() != Severity.NOTE)) {
            pageNamed = true;
            messager.printMessage(Diagnostic.Kind.NOTE, PAGE);
        }
    }

    private void print(Finding finding) {
        Diagnostic.Kind kind = switch (finding.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
        SourceRef place = finding.place();
        if (place.element() == null) {
            messager.printMessage(kind, finding.message());
        } else if (place.annotation() == null) {
            messager.printMessage(kind, finding.message(), place.element());
        } else if (place.value() == null) {
            messager.printMessage(kind, finding.message(), place.element(), place.annotation());
        } else {
            messager.printMessage(kind, finding.message(), place.element(), place.annotation(), place.value());
        }
    }
}
