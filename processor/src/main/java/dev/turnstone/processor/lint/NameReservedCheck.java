package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.lint.ChangeIndex.NewName;
import java.util.List;
import java.util.regex.Pattern;

/** A name that is a word of a database's language, so that everybody must quote it for ever. */
final class NameReservedCheck implements LintCheck {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

    @Override
    public List<Remark> check(LintContext context) {
        return context.names().stream()
                .filter(each -> WORD.matcher(each.name()).matches()
                        && !databases(context, each).isEmpty())
                .map(each -> new Remark(
                        Tag.NAME_RESERVED,
                        each.subject(),
                        each.place(context),
                        "The name of the " + each.what() + " " + each.name() + " is a word of the language of "
                                + databases(context, each)
                                + ". Turnstone quotes it, and so must every statement that somebody writes by hand.",
                        "Give it another name in its annotation."))
                .toList();
    }

    private static String databases(LintContext context, NewName name) {
        return String.join(
                ", ",
                context.targets().stream()
                        .filter(target -> !target.quote(name.name()).equals(name.name()))
                        .map(Dialect::name)
                        .toList());
    }
}
