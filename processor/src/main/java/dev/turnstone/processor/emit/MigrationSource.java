package dev.turnstone.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.turnstone.migration.Migration;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.schema.Definitions;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes the class of one migration. */
final class MigrationSource {

    /** Far below the 64 KiB of byte code that a method may have. */
    private static final int LARGEST_METHOD = 30_000;

    private final Preview preview;

    MigrationSource(Preview preview) {
        this.preview = preview;
    }

    JavaFile file(String packageName, EmittedMigration migration, Element[] originating) {
        List<Operation> up = migration.operations();
        List<Operation> down = Operations.inverse(up);
        TypeSpec.Builder type = TypeSpec.classBuilder(migration.className())
                .addJavadoc("The migration {@code $L}.\n", migration.id())
                .addAnnotation(SourceText.SUPPRESS_ALL)
                .addModifiers(Modifier.FINAL)
                .superclass(Migration.class);
        for (Element element : originating) {
            type.addOriginatingElement(element);
        }
        boolean actions = addMethods(type, "up", preview.up(migration), up);
        actions |= addMethods(type, "down", preview.down(migration, down), brief(down));
        JavaFile.Builder file = JavaFile.builder(packageName, type.build())
                .addStaticImport(Definitions.class, "*")
                .skipJavaLangImports(true)
                .indent("    ");
        if (actions) {
            file.addStaticImport(ReferentialAction.class, "*");
        }
        return file.build();
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

    /** Tells whether the code names a referential action. */
    private static boolean addMethods(TypeSpec.Builder type, String name, String javadoc, List<Operation> operations) {
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
        return bodies.stream().anyMatch(body -> body.contains(".onDelete(") || body.contains(".onUpdate("));
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addParameter(Changes.class, "changes");
    }

    private static List<String> bodies(List<Operation> operations) {
        OperationSource source = new OperationSource();
        List<String> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (Operation operation : operations) {
            String statement = operation.accept(source);
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
