package dev.turnstone.processor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Finds the package that a set of entities has in common. */
final class PackageNames {

    private PackageNames() {}

    /**
     * The longest package that all classes are in or below.
     *
     * @param binaryNames names of classes, such as {@code com.acme.blog.Post}
     * @return such as {@code com.acme.blog}; empty if there is none
     */
    static String common(Collection<String> binaryNames) {
        List<String> common = null;
        for (String name : binaryNames) {
            int dot = name.lastIndexOf('.');
            List<String> parts =
                    dot < 0 ? List.of() : Arrays.asList(name.substring(0, dot).split("\\.", -1));
            common = common == null ? parts : commonStart(common, parts);
        }
        return common == null ? "" : String.join(".", common);
    }

    private static List<String> commonStart(List<String> a, List<String> b) {
        int length = 0;
        while (length < a.size() && length < b.size() && a.get(length).equals(b.get(length))) {
            length++;
        }
        return a.subList(0, length);
    }
}
