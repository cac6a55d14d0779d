package dev.turnstone.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes the classes of migrations. */
final class MigrationSource {

    /** Far below the 64 KiB of byte code that a method may have. */
    private static final int LARGEST_METHOD = 30_000;

    private final Preview preview;
    private final Map<String, String> stepClasses;

    /** A writer; classes of data migrations go by the names that are given for their binary names. */
    MigrationSource(Preview preview, Map<String, String> stepClasses) {
        this.preview = preview;
        this.stepClasses = Map.copyOf(stepClasses);
    }

    /** The class of one migration, or a class around those of several. */
    JavaFile file(String packageName, List<EmittedMigration> migrations, Element[] originating) {
        TypeSpec.Builder type = migrations.size() == 1 ? type(migrations.get(0)) : holder(migrations);
        for (Element element : originating) {
            type.addOriginatingElement(element);
        }
        JavaFile.Builder file = JavaFile.builder(
                        packageName, type.addAnnotation(SourceText.SUPPRESS_ALL).build())
                .addStaticImport(Definitions.class, "*")
                .skipJavaLangImports(true)
                .indent("    ");
        if (migrations.stream().anyMatch(each -> each.operations().stream().anyMatch(MigrationSource::hasAction))) {
            file.addStaticImport(ReferentialAction.class, "*");
        }
        return file.build();
    }

    /** How other sources name the class of a migration. */
    static String reference(EmittedMigration migration, List<EmittedMigration> file) {
        return (file.size() == 1 ? "" : holderName(file) + ".") + migration.className();
    }

    private static String holderName(List<EmittedMigration> file) {
        return "M" + file.get(0).number() + "To" + file.get(file.size() - 1).number();
    }

    private TypeSpec.Builder holder(List<EmittedMigration> migrations) {
        TypeSpec.Builder holder = TypeSpec.classBuilder(holderName(migrations))
                .addJavadoc("Migrations that were saved long ago share a file, which compiles faster.\n")
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Not called.\n")
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (EmittedMigration migration : migrations) {
            holder.addType(type(migration).addModifiers(Modifier.STATIC).build());
        }
        return holder;
    }

    private TypeSpec.Builder type(EmittedMigration migration) {
        List<Operation> up = migration.operations();
        List<Operation> down = Operations.inverse(up);
        TypeSpec.Builder type = TypeSpec.classBuilder(migration.className())
                .addJavadoc("The migration {@code $L}.\n$L", migration.id(), consents(migration))
                .addModifiers(Modifier.FINAL)
                .superclass(Migration.class);
        addMethods(type, "up", preview.up(migration), up);
        addMethods(type, "down", preview.down(migration, down), brief(down));
        addDataSteps(type, up);
        return type;
    }

    private void addDataSteps(TypeSpec.Builder type, List<Operation> operations) {
        List<String> steps = operations.stream()
                .filter(RunData.class::isInstance)
                .map(operation -> ((RunData) operation).step())
                .filter(stepClasses::containsKey)
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("dataStep")
                .addJavadoc("The data migrations of this one.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(DataStep.class)
                .addParameter(String.class, "step")
                .beginControlFlow("switch (step)");
        for (String step : steps) {
            method.addStatement(
                    "case $L: return new $L()", SourceText.literal(step), SourceText.ascii(stepClasses.get(step)));
        }
        type.addMethod(method.addStatement("default: return super.dataStep(step)")
                .endControlFlow()
                .build());
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

    private static void addMethods(TypeSpec.Builder type, String name, String javadoc, List<Operation> operations) {
        List<String> bodies = bodies(operations);
        MethodSpec.Builder method = method(name)
                .addJavadoc("$L", javadoc)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED);
        if (bodies.size() == 1) {
            type.addMethod(method.addCode("$L", bodies.get(0)).build());
        } else {
            for (int i = 1; i <= bodies.size(); i++) {
                method.addStatement("$L$L(changes)", name, i);
            }
            type.addMethod(method.build());
            for (int i = 1; i <= bodies.size(); i++) {
                type.addMethod(method(name + i)
                        .addJavadoc("Part $L, because a method has its limit.\n\n@param changes where to write it\n", i)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addCode("$L", bodies.get(i - 1))
                        .build());
            }
        }
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addParameter(Changes.class, "changes");
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
