package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import java.util.List;

/** A name that does not look as the project wants its names to look. */
final class NamePolicyCheck implements LintCheck {

    private final LintOptions options;

    NamePolicyCheck(LintOptions options) {
        this.options = options;
    }

    @Override
    public List<Remark> check(LintContext context) {
        if (options.names().isEmpty()) {
            return List.of();
        }
        return context.names().stream()
                .filter(each -> !options.names().get().matcher(each.name()).matches())
                .map(each -> new Remark(
                        Tag.NAME_POLICY,
                        each.subject(),
                        each.place(context),
                        "The name of the " + each.what() + " " + each.name() + " is not as -Aturnstone.lint.names="
                                + options.names().get() + " asks for.",
                        "Give it another name in its annotation."))
                .toList();
    }
}
