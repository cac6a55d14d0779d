package dev.turnstone.processor.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the members of one object in a tree and trusts nothing: a member that is missing, of another type, or read by
 * nobody is an {@link InvalidTreeException} that names the place.
 */
public final class TreeReader {

    /** Every text ends up in Java source, which comes from annotations in the first place. */
    private static final int LONGEST_CONSTANT = 65_535;

    private final String path;
    private final Map<?, ?> members;
    private final Set<String> read = new HashSet<>();

    private TreeReader(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    /**
     * Reads a whole object: every member must be asked for.
     *
     * @param tree the object
     * @param path where it stands, {@code $} for the root
     * @param body asks for the members and makes something of them
     * @param <T> what is made
     * @return what the body made
     * @throws InvalidTreeException if the object is not what the body asks for
     */
    public static <T> T read(Object tree, String path, Function<TreeReader, T> body) {
        TreeReader reader = new TreeReader(path, object(tree, path));
        T result;
        try {
            result = body.apply(reader);
        } catch (IllegalArgumentException e) {
            throw new InvalidTreeException(path, e.getMessage());
        }
        for (Object name : reader.members.keySet()) {
            if (!reader.read.contains(name)) {
                throw new InvalidTreeException(reader.at(String.valueOf(name)), "This member is unknown here.");
            }
        }
        return result;
    }

    /**
     * The path of a member.
     *
     * @param name the member's name
     * @return this object's path with the name
     */
    public String at(String name) {
        return path + "." + name;
    }

    /**
     * Tells whether there is a member.
     *
     * @param name the member's name
     * @return true if so
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * All members, for a caller that deals with each of them.
     *
     * @return a copy of the members, in the order of the file
     */
    public Map<String, Object> members() {
        Map<String, Object> copy = new LinkedHashMap<>();
        members.forEach((name, member) -> copy.put(String.valueOf(name), member));
        read.addAll(copy.keySet());
        return copy;
    }

    /**
     * A member of any type.
     *
     * @param name the member's name
     * @return its value
     * @throws InvalidTreeException if it is missing
     */
    public Object value(String name) {
        if (!has(name)) {
            throw new InvalidTreeException(path, "The member \"" + name + "\" is missing.");
        }
        read.add(name);
        return members.get(name);
    }

    /**
     * A member that is text.
     *
     * @param name the member's name
     * @return its value
     * @throws InvalidTreeException if it is missing or no text
     */
    public String text(String name) {
        return text(value(name), at(name));
    }

    /**
     * A member that is text and may be left out.
     *
     * @param name the member's name
     * @param neutral what its absence means
     * @return its value
     * @throws InvalidTreeException if it is no text
     */
    public String text(String name, String neutral) {
        return has(name) ? text(name) : neutral;
    }

    /**
     * A member that is true or false; absence means false.
     *
     * @param name the member's name
     * @return its value
     * @throws InvalidTreeException if it is something else
     */
    public boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (value(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(at(name), "true or false", members.get(name));
    }

    /**
     * A member that is a list of texts.
     *
     * @param name the member's name
     * @return its elements
     * @throws InvalidTreeException if it is missing or something else
     */
    public List<String> texts(String name) {
        return list(name, TreeReader::text);
    }

    /**
     * A member that is a list.
     *
     * @param name the member's name
     * @param element makes something of one element and its path
     * @param <T> what is made
     * @return what the elements make
     * @throws InvalidTreeException if it is missing or no list
     */
    public <T> List<T> list(String name, ElementReader<T> element) {
        if (!(value(name) instanceof List<?> elements)) {
            throw wrong(at(name), "a list", members.get(name));
        }
        List<T> result = new ArrayList<>();
        for (Object each : elements) {
            result.add(element.read(each, at(name) + "[" + result.size() + "]"));
        }
        return result;
    }

    private static String text(Object value, String path) {
        if (!(value instanceof String text)) {
            throw wrong(path, "text", value);
        }
        if (constantLength(text) > LONGEST_CONSTANT) {
            throw new InvalidTreeException(
                    path, "This text has more than the 65,535 bytes that a constant in Java can hold.");
        }
        return text;
    }

    private static int constantLength(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            length += each == 0 || each > 0x7f ? each > 0x7ff ? 3 : 2 : 1;
        }
        return length;
    }

    private static Map<?, ?> object(Object value, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(path, "an object", value);
        }
        return map;
    }

    private static InvalidTreeException wrong(String path, String expected, Object value) {
        String actual = value == null
                ? "null"
                : value instanceof String
                        ? "text"
                        : value instanceof Map ? "an object" : value instanceof List ? "a list" : value.toString();
        return new InvalidTreeException(path, "This must be " + expected + ", but it is " + actual + ".");
    }

    /**
     * Makes something of an element of a list.
     *
     * @param <T> what is made
     */
    @FunctionalInterface
    public interface ElementReader<T> {
        /**
         * Reads one element.
         *
         * @param element its value
         * @param path where it stands
         * @return what is made of it
         */
        T read(Object element, String path);
    }
}
