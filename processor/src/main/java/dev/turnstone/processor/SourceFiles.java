package dev.turnstone.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Asks the compiler for the source file of a type. Only javac answers; ECJ and class files have no answer. */
final class SourceFiles {

    private SourceFiles() {}

    /**
     * Finds the source file of a type.
     *
     * @param env the compilation
     * @param type a root element of it
     * @return the file, or empty if the compiler does not tell or the source is not on a disk
     */
    static Optional<Path> of(ProcessingEnvironment env, TypeElement type) {
        try {
            TreePath path = Trees.instance(env).getPath(type);
            return path == null
                    ? Optional.empty()
                    : onDisk(path.getCompilationUnit().getSourceFile().toUri());
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a message can stand at an element.
     *
     * @param env the compilation
     * @param collector what the rounds brought
     * @param element any element
     * @return false for one of a class file
     */
    static boolean isSource(ProcessingEnvironment env, Collector collector, Element element) {
        try {
            return Trees.instance(env).getTree(element) != null;
        } catch (IllegalArgumentException | LinkageError otherCompiler) {
            return collector.isOfRound(element);
        }
    }

    /**
     * Turns an address into a path of the default file system.
     *
     * @param uri any address that a compiler gives, such as {@code mem:///CLASS_OUTPUT/x} or a relative one
     * @return the path, or empty if the address is not one of a file
     */
    static Optional<Path> onDisk(URI uri) {
        return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri).toAbsolutePath()) : Optional.empty();
    }
}
