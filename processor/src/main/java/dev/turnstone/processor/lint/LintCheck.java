package dev.turnstone.processor.lint;

import java.util.List;

/** Looks at a change for one kind of trouble. */
interface LintCheck {

    /**
     * Looks at a change. A pure function of plain data.
     *
     * @param context the change
     * @return what there is to say; empty if nothing
     */
    List<Remark> check(LintContext context);
}
