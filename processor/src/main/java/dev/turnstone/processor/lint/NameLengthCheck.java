package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.lint.ChangeIndex.NewName;
import java.util.List;

/** A name that a database would refuse, or cut. */
final class NameLengthCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.targets().stream()
                .flatMap(target -> context.names().stream()
                        .filter(each -> target.identifierLength(each.name()) > target.maxIdentifierLength())
                        .distinct()
                        .map(each -> remark(context, target, each)))
                .toList();
    }

    private static Remark remark(LintContext context, Dialect target, NewName name) {
        int length = target.identifierLength(name.name());
        String unit = length == name.name().codePointCount(0, name.name().length()) ? " characters; " : " bytes; ";
        return new Remark(
                Tag.NAME_LENGTH,
                name.subject(),
                name.place(context),
                "The name of the " + name.what() + " " + name.name() + " has " + length + unit + target.name()
                        + " takes at most " + target.maxIdentifierLength() + ".",
                "Give it a shorter name in its annotation.");
    }
}
