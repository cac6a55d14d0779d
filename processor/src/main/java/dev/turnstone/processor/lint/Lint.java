package dev.turnstone.processor.lint;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
     * Lets all checks look at a change.
     *
     * @param context the change
     * @param options what the project says about findings
     * @param written what the source agrees to
     * @param saved what it agreed to when parts of the change were saved
     * @param complete whether the change leaves nothing out; else what is agreed to in vain is not told
     * @return what there is to say
     */
    public static Result check(
            LintContext context,
            LintOptions options,
            Collection<Accept> written,
            Collection<Consent> saved,
            boolean complete) {
        Accepts accepts = new Accepts(written);
        List<Finding> findings = new ArrayList<>();
        for (LintCheck check : LintChecks.all(options)) {
            for (Remark remark : check.check(context)) {
                boolean accepted = accepts.cover(remark);
                options.level(remark.tag()).severity().ifPresent(severity -> {
                    if (accepted) {
                        accepts.consent(remark);
                    } else if (saved.stream().noneMatch(remark::isCoveredBy)) {
                        findings.add(remark.finding(severity));
                    }
                });
            }
        }
        findings.addAll(accepts.findings());
        if (complete) {
            findings.addAll(options.weigh(accepts.idle()));
        }
        List<Consent> consents = accepts.consents().stream()
                .sorted(Comparator.comparing(Consent::subject).thenComparing(Consent::tag))
                .toList();
        return new Result(findings, consents);
    }
}
