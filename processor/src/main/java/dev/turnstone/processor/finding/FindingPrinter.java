package dev.turnstone.processor.finding;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Prints findings, all at once and sorted by place. The only user of the compiler's {@link Messager}. */
public final class FindingPrinter {

    private static final String PAGE =
            "Turnstone's page docs/findings.md explains each tag in brackets, with a bad and a good example.";

    private final Messager messager;
    private final Predicate<Element> isSource;
    private boolean pageNamed;

    /**
     * A printer for one compilation.
     *
     * @param messager where to print
     * @param isSource tells whether an element has a place in a source, rather than in a class file
     */
    public FindingPrinter(Messager messager, Predicate<Element> isSource) {
        this.messager = messager;
        this.isSource = isSource;
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
        } else if (!isSource.test(place.element())) {
            messager.printMessage(kind, inClassFile(finding).message());
        } else if (place.annotation() == null) {
            messager.printMessage(kind, finding.message(), place.element());
        } else if (place.value() == null) {
            messager.printMessage(kind, finding.message(), place.element(), place.annotation());
        } else {
            messager.printMessage(kind, finding.message(), place.element(), place.annotation(), place.value());
        }
    }

    /** The compiler shows no line for it, so the message has to say what it is about. */
    private static Finding inClassFile(Finding finding) {
        String text = finding.place().path() + " (a class file): " + finding.text();
        return new Finding(finding.tag(), finding.severity(), SourceRef.NONE, text, finding.fix());
    }
}
