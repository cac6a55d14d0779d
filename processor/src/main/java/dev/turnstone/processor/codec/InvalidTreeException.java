package dev.turnstone.processor.codec;

/** A tree is not the form of an operation or a table. Trees come from files that anyone may have edited. */
public final class InvalidTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String sentence;

    /**
     * Makes the exception.
     *
     * @param path where in the tree, such as {@code $.columns[2].type}
     * @param sentence what is wrong there
     */
    public InvalidTreeException(String path, String sentence) {
        super(path + ": " + sentence);
        this.path = path;
        this.sentence = sentence;
    }

    /**
     * Where in the tree.
     *
     * @return a path such as {@code $.columns[2].type}
     */
    public String path() {
        return path;
    }

    /**
     * What is wrong there.
     *
     * @return a sentence
     */
    public String sentence() {
        return sentence;
    }
}
