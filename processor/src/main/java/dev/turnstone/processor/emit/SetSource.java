package dev.turnstone.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes the class that holds all ids and fingerprints and makes single migrations. */
final class SetSource {

    static final String CLASS_NAME = "TurnstoneMigrations";

    /** Below the 65,535 bytes that a constant may have. */
    private static final int LARGEST_CONSTANT = 60_000;

    /** A method of all cases would outgrow its limit. */
    private static final int CASES = 1_000;

    private static final String MAKE_COMMENT = """
            Makes a migration.

            @param position its place
            @return the migration; as an Object, or the virtual machine would load each class to see that it is one
            """;

    private SetSource() {}

    static JavaFile file(EmittedSet set, Element[] originating) {
        TypeSpec.Builder type = TypeSpec.classBuilder(CLASS_NAME)
                .addJavadoc("All migrations of this compilation, for {@link java.util.ServiceLoader}.\n")
                .addAnnotation(SourceText.SUPPRESS_ALL)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(MigrationSet.class);
        for (Element element : originating) {
            type.addOriginatingElement(element);
        }
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                .addModifiers(Modifier.PUBLIC)
                .build());
        type.addMethod(getter("name", ClassName.get(String.class), SourceText.literal(set.name())));
        type.addMethod(getter("toolVersion", ClassName.get(String.class), SourceText.literal(set.toolVersion())));
        type.addMethod(
                getter("headFingerprint", ClassName.get(String.class), SourceText.literal(set.headFingerprint())));
        type.addMethod(getter("hasDraft", TypeName.BOOLEAN, String.valueOf(set.draft())));
        type.addMethod(entries(set));
        set.checkpoint().ifPresent(checkpoint -> type.addMethod(checkpoint(checkpoint)));
        addFactory(type, set);
        return JavaFile.builder(set.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private static MethodSpec getter(String name, TypeName type, String value) {
        return overriding(name).returns(type).addStatement("return $L", value).build();
    }

    private static MethodSpec entries(EmittedSet set) {
        List<CodeBlock> chunks = new ArrayList<>();
        CodeBlock.Builder chunk = CodeBlock.builder();
        int length = 0;
        List<MigrationSet.Entry> entries = new ArrayList<>(set.pruned());
        set.migrations().forEach(each -> entries.add(new MigrationSet.Entry(each.id(), each.fingerprint())));
        for (MigrationSet.Entry entry : entries) {
            String line = entry.id() + " " + entry.fingerprint() + "\n";
            if (length + line.length() > LARGEST_CONSTANT) {
                chunks.add(chunk.build());
                chunk = CodeBlock.builder();
                length = 0;
            }
            chunk.add(length == 0 ? "\n$L" : "\n+ $L", SourceText.literal(line));
            length += line.length();
        }
        if (length > 0) {
            chunks.add(chunk.build());
        }
        return overriding("entries")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(MigrationSet.Entry.class)))
                .addStatement("return parse($L)", CodeBlock.join(chunks, ","))
                .build();
    }

    private static MethodSpec checkpoint(EmittedCheckpoint checkpoint) {
        return overriding("checkpoint")
                .returns(MigrationSet.Checkpoint.class)
                .addStatement(
                        "return new Checkpoint($L, $L, $L, $L)",
                        SourceText.literal(checkpoint.migration().id()),
                        SourceText.literal(checkpoint.migration().fingerprint()),
                        checkpoint.replaced(),
                        checkpoint.pruned().size())
                .build();
    }

    private static List<String> references(EmittedSet set) {
        List<String> references = new ArrayList<>();
        for (List<EmittedMigration> file : set.files()) {
            file.forEach(migration -> references.add(MigrationSource.reference(migration, file)));
        }
        return references;
    }

    private static void addFactory(TypeSpec.Builder type, EmittedSet set) {
        List<String> migrations = references(set);
        int pruned = set.pruned().size();
        int end = pruned + migrations.size();
        MethodSpec.Builder chunked = overriding("migration")
                .returns(Migration.class)
                .addParameter(int.class, "position")
                .beginControlFlow("switch (position / $L)", CASES);
        for (int chunk = 0; chunk * CASES < end; chunk++) {
            chunked.addStatement("case $1L: return ($2T) make$1L(position)", chunk, Migration.class);
        }
        type.addMethod(chunked.addStatement("default: throw new $T(position)", IndexOutOfBoundsException.class)
                .endControlFlow()
                .build());
        for (int chunk = 0; chunk * CASES < end; chunk++) {
            MethodSpec.Builder make = make(chunk);
            if (chunk == 0 && set.checkpoint().isPresent()) {
                make.addStatement(
                        "case CHECKPOINT: return new $L()",
                        set.checkpoint().get().migration().className());
            }
            for (int i = Math.max(pruned, chunk * CASES); i < Math.min(end, (chunk + 1) * CASES); i++) {
                make.addStatement("case $L: return new $L()", i, migrations.get(i - pruned));
            }
            type.addMethod(make.addStatement("default: throw new $T(position)", IndexOutOfBoundsException.class)
                    .endControlFlow()
                    .build());
        }
    }

    private static MethodSpec.Builder make(int chunk) {
        return MethodSpec.methodBuilder("make" + chunk)
                .addJavadoc(MAKE_COMMENT)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Object.class)
                .addParameter(int.class, "position")
                .beginControlFlow("switch (position)");
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
