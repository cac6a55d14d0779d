package dev.turnstone.processor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes a small class in each of the first two rounds: what it costs is what these rounds cost. */
public final class WritingProcessor extends AbstractProcessor {

    private int rounds;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        rounds++;
        if (rounds <= 2) {
            String name = "Written" + rounds;
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write("final class " + name + " {}");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
