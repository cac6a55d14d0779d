package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Finding;
import java.util.List;

/** Looks at a change for one kind of trouble. */
public interface LintCheck {

    /**
     * Looks at a change. A pure function of plain data.
     *
     * @param context the change
     * @return what there is to say; empty if nothing
     */
    List<Finding> check(LintContext context);
}
