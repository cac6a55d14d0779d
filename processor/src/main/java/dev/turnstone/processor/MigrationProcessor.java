package dev.turnstone.processor;

import com.google.auto.service.AutoService;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.FindingPrinter;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.read.Vocabulary;
import dev.turnstone.processor.read.jpa.JpaVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The entry point for compilers. It hands each round to the {@link Pipeline}, and claims no annotation. */
@AutoService(Processor.class)
public final class MigrationProcessor extends AbstractProcessor {

    private Pipeline pipeline;
    private boolean failed;

    /** For the compiler. */
    public MigrationProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        pipeline = new Pipeline(env);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        if (ProcessorOptions.namesEntities(processingEnv.getOptions())) {
            // There may be none of the annotations among the sources.
            return Set.of("*");
        }
        Set<String> roots = new TreeSet<>(Vocabulary.ROOTS);
        roots.addAll(JpaVocabulary.ROOTS);
        return roots;
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> names = new TreeSet<>(ProcessorOptions.names());
        names.add("org.gradle.annotation.processing.aggregating");
        return names;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!failed) {
            try {
                pipeline.round(round);
            } catch (UncheckedIOException e) {
                fail(notWritten(e.getCause()));
            } catch (RuntimeException e) {
                fail(internal(e));
            }
        }
        return false;
    }

    private void fail(Finding finding) {
        failed = true;
        new FindingPrinter(processingEnv.getMessager(), element -> true).print(List.of(finding));
    }

    private static Finding notWritten(IOException e) {
        return Finding.of(
                Tag.GENERATED_SOURCE,
                SourceRef.NONE,
                "The compiler does not take a generated file: " + e.getMessage(),
                "If a class of yours has that name, choose another package: -Aturnstone.package=com.acme.db"
                        + "\nIf an earlier compilation left it on the class path, delete that output, and compile again.");
    }

    private static Finding internal(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return Finding.of(
                Tag.INTERNAL,
                SourceRef.NONE,
                "Turnstone failed: " + e + (trace.length == 0 ? "" : " at " + trace[0]) + ".",
                "This is a mistake in Turnstone. Please report this line together with the entity that you changed last.");
    }
}
