package dev.turnstone.processor.emit;

import dev.turnstone.data.DataStep;
import dev.turnstone.migration.Migration;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RunData;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the classes of migrations. */
final class MigrationSource {

    /** Far below the 64 KiB of byte code that a method may have. */
    private static final int LARGEST_METHOD = 30_000;

    /** Nobody mends a generated class, so no compiler and no Error Prone needs to complain about its style. */
    private static final String SUPPRESS_ALL = "@SuppressWarnings(\"all\")\n";

    private static final String PARAMETER = "(Changes changes)";

    private final Preview preview;
    private final Map<String, String> stepClasses;

    /** A writer; classes of data migrations go by the names that are given for their binary names. */
    MigrationSource(Preview preview, Map<String, String> stepClasses) {
        this.preview = preview;
        this.stepClasses = Map.copyOf(stepClasses);
    }

    /** The class of one migration, or a class around those of several. */
    String file(String packageName, List<EmittedMigration> migrations) {
        IndentedText out = new IndentedText();
        if (!packageName.isEmpty()) {
            out.add("package " + SourceText.ascii(packageName) + ";\n\n");
        }
        imports(out, migrations);
        if (migrations.size() == 1) {
            write(out, migrations.get(0), SUPPRESS_ALL + "final");
        } else {
            out.javadoc("Migrations that were saved long ago share a file, which compiles faster.");
            out.open(SUPPRESS_ALL + "final class " + holderName(migrations));
            out.javadoc("Not called.");
            out.open("private " + holderName(migrations) + "()");
            out.close();
            for (EmittedMigration migration : migrations) {
                out.add("");
                write(out, migration, "static final");
            }
            out.close();
        }
        return out.toString();
    }

    private void imports(IndentedText out, List<EmittedMigration> migrations) {
        boolean actions = false;
        boolean steps = false;
        for (EmittedMigration each : migrations) {
            for (Operation operation : each.operations()) {
                actions |= hasAction(operation);
                steps |= operation instanceof RunData run && stepClasses.containsKey(run.step());
            }
        }
        out.add("import static " + Definitions.class.getName() + ".*;");
        out.add(actions ? "import static " + ReferentialAction.class.getName() + ".*;\n\n" : "");
        if (steps) {
            out.add("import " + DataStep.class.getName() + ";");
        }
        out.add("import " + Migration.class.getName() + ";");
        out.add("import " + Changes.class.getName() + ";\n\n");
    }

    /** The simple name of the file's class. */
    static String className(List<EmittedMigration> file) {
        return file.size() == 1 ? file.get(0).className() : holderName(file);
    }

    /** How other sources name the class of a migration. */
    static String reference(EmittedMigration migration, List<EmittedMigration> file) {
        return (file.size() == 1 ? "" : holderName(file) + ".") + migration.className();
    }

    private static String holderName(List<EmittedMigration> file) {
        return "M" + file.get(0).number() + "To" + file.get(file.size() - 1).number();
    }

    private void write(IndentedText out, EmittedMigration migration, String modifiers) {
        List<Operation> up = migration.operations();
        List<Operation> down = Operations.inverse(up);
        out.javadoc("The migration {@code " + migration.id() + "}.\n" + consents(migration));
        out.open(modifiers + " class " + migration.className() + " extends Migration");
        method(out, "up", preview.up(migration), up);
        out.add("");
        method(out, "down", preview.down(migration, down), brief(down));
        dataSteps(out, up);
        out.close();
    }

    private void dataSteps(IndentedText out, List<Operation> operations) {
        List<String> cases = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof RunData run && stepClasses.containsKey(run.step())) {
                cases.add("case " + SourceText.literal(run.step()) + ": return new "
                        + SourceText.ascii(stepClasses.get(run.step())) + "();");
            }
        }
        if (!cases.isEmpty()) {
            out.add("");
            out.javadoc("The data migrations of this one.");
            out.open("@Override\nprotected DataStep dataStep(String step)");
            out.open("switch (step)");
            cases.forEach(out::add);
            out.add("default: return super.dataStep(step);");
            out.close();
            out.close();
        }
    }

    private static String consents(EmittedMigration migration) {
        if (migration.consents().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n<p>The source agreed to:\n<ul>\n");
        for (Consent consent : migration.consents()) {
            String reason = consent.reason().isEmpty() ? "" : ": " + consent.reason();
            out.append("<li>")
                    .append(SourceText.javadoc(consent.tag() + " of " + consent.subject() + reason))
                    .append('\n');
        }
        return out.append("</ul>\n").toString();
    }

    /**
     * Without what a dropped table consists of: {@code up} says it just above, nothing takes {@code down} back, and javac
     * would have to read each table twice.
     */
    static List<Operation> brief(List<Operation> down) {
        return down.stream()
                .map(each -> each instanceof DropTable drop
                        ? new DropTable(Table.of(drop.table().name(), List.of()))
                        : each)
                .toList();
    }

    private static boolean hasAction(Operation operation) {
        List<? extends Constraint> constraints = List.of();
        if (operation instanceof CreateTable create) {
            constraints = create.table().constraints();
        } else if (operation instanceof DropTable drop) {
            constraints = drop.table().constraints();
        } else if (operation instanceof AddConstraint add) {
            constraints = List.of(add.constraint());
        } else if (operation instanceof DropConstraint drop) {
            constraints = List.of(drop.constraint());
        }
        for (Constraint constraint : constraints) {
            if (constraint instanceof ForeignKey key
                    && (key.onDelete() != ReferentialAction.NO_ACTION
                            || key.onUpdate() != ReferentialAction.NO_ACTION)) {
                return true;
            }
        }
        return false;
    }

    private static void method(IndentedText out, String name, String javadoc, List<Operation> operations) {
        List<String> bodies = bodies(operations);
        out.javadoc(javadoc);
        out.open("@Override\nprotected void " + name + PARAMETER);
        if (bodies.size() == 1) {
            if (!bodies.get(0).isEmpty()) {
                out.add(bodies.get(0));
            }
            out.close();
            return;
        }
        for (int i = 1; i <= bodies.size(); i++) {
            out.add(name + i + "(changes);");
        }
        out.close();
        for (int i = 1; i <= bodies.size(); i++) {
            out.add("");
            out.javadoc("Part " + i + ", because a method has its limit.\n\n@param changes where to write it");
            out.open("private static void " + name + i + PARAMETER);
            out.add(bodies.get(i - 1));
            out.close();
        }
    }

    private static List<String> bodies(List<Operation> operations) {
        List<String> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String statement : Statements.of(operations)) {
            if (body.length() + statement.length() > LARGEST_METHOD && !body.isEmpty()) {
                bodies.add(body.toString());
                body.setLength(0);
            }
            body.append(statement);
        }
        bodies.add(body.toString());
        return bodies;
    }
}
