package dev.turnstone.processor.lint;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a change for trouble. Pure: it knows no compiler and no database. */
public final class Lint {

    private Lint() {}

    /**
     * What there is to say about a change.
     *
     * @param findings what the source did not agree to
     * @param consents what it agreed to, with its reasons
     */
    public record Result(List<Finding> findings, List<Consent> consents) {
        /** Copies the lists. */
        public Result {
            findings = List.copyOf(findings);
            consents = List.copyOf(consents);
        }
    }

    /**
     * What was said of a change, to know it again: what is said of a greater loss is something else.
     *
     * @param tag what kind of finding it was
     * @param subject what it was about, such as {@code author.age}
     * @param text what was wrong
     */
    public record Said(Tag tag, String subject, String text) {

        private static Said of(Remark remark) {
            return new Said(remark.tag(), remark.subject(), remark.text());
        }
    }

    /**
     * What the source agreed to when a change was saved.
     *
     * @param saved the change, as it was saved
     * @param options what the project says about findings
     * @param consents what was kept with it
     * @return what is said of that change, and was agreed to
     */
    public static Set<Said> agreed(LintContext saved, LintOptions options, Collection<Consent> consents) {
        return consents.isEmpty()
                ? Set.of()
                : remarks(List.of(saved), options)
                        .filter(remark -> consents.stream().anyMatch(remark::isCoveredBy))
                        .map(Said::of)
                        .collect(Collectors.toSet());
    }

    private static Stream<Remark> remarks(List<LintContext> parts, LintOptions options) {
        return parts.stream()
                .flatMap(part -> LintChecks.all(options).stream().flatMap(check -> check.check(part).stream()));
    }

    /**
     * Lets all checks look at a change.
     *
     * @param parts the change, in parts that are made one after the other
     * @param options what the project says about findings
     * @param written what the source agrees to
     * @param saved what it agreed to when parts of the change were saved
     * @param complete whether the change leaves nothing out; else what is agreed to in vain is not told
     * @return what there is to say
     */
    public static Result check(
            List<LintContext> parts,
            LintOptions options,
            Collection<Accept> written,
            Set<Said> saved,
            boolean complete) {
        Accepts accepts = new Accepts(written);
        List<Finding> findings = new ArrayList<>();
        remarks(parts, options).forEach(remark -> {
            boolean accepted = accepts.cover(remark);
            options.level(remark.tag()).severity().ifPresent(severity -> {
                if (accepted) {
                    accepts.consent(remark);
                } else if (!saved.contains(Said.of(remark))) {
                    findings.add(remark.finding(severity));
                }
            });
        });
        findings.addAll(accepts.findings());
        if (complete) {
            findings.addAll(options.weigh(accepts.idle()));
        }
        List<Consent> consents = accepts.consents().stream()
                .distinct()
                .sorted(Comparator.comparing(Consent::subject).thenComparing(Consent::tag))
                .toList();
        return new Result(findings, consents);
    }
}
