package dev.turnstone.processor.lint;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name that applications which still run go on to use. */
final class RenameCompatCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        // Two that swap their names are renamed through a third, which is nobody's.
        Map<String, String> origins = new HashMap<>();
        for (Operation operation : context.operations()) {
            if (operation instanceof RenameTable rename) {
                String from = original(
                        origins,
                        DeclaredSchema.key(rename.from()),
                        rename.from().toString());
                if (context.target().table(rename.to()).isPresent()) {
                    SourceRef place = context.declared().place(rename.to());
                    remarks.add(remark(
                            "table " + from, rename.to().toString(), rename.to().toString(), place));
                } else {
                    origins.put(DeclaredSchema.key(rename.to()), from);
                }
            } else if (operation instanceof RenameColumn rename) {
                String from = original(origins, DeclaredSchema.key(rename.table(), rename.from()), rename.from());
                if (context.target()
                        .table(rename.table())
                        .filter(table -> table.column(rename.to()).isEmpty())
                        .isPresent()) {
                    origins.put(DeclaredSchema.key(rename.table(), rename.to()), from);
                } else {
                    remarks.add(remark(
                            "column " + from + " of table " + rename.table(),
                            rename.to(),
                            Remark.subject(rename.table(), rename.to()),
                            context.place(rename.table(), rename.to())));
                }
            }
        }
        return remarks;
    }

    private static String original(Map<String, String> origins, String key, String name) {
        String origin = origins.remove(key);
        return origin == null ? name : origin;
    }

    private static Remark remark(String what, String to, String subject, SourceRef place) {
        return new Remark(
                Tag.RENAME_COMPAT,
                subject,
                place,
                "The " + what + " is called " + to
                        + " from now on. An application that runs with the old name, as others"
                        + " do while this version is rolled out, fails at its next statement.",
                "To rename in Java only, give the old name in the annotation: name, or table on a class.\n"
                        + "If no other version runs meanwhile: " + Remark.accept(Tag.RENAME_COMPAT));
    }
}
