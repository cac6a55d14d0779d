package dev.turnstone.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Statements that a person wrote run: for what no other operation can say, such as views, triggers, grants and extensions.
 *
 * @param name what the step is called
 * @param texts the statements, for one database each
 */
public record RunSql(String name, List<Text> texts) implements Operation {

    /** Copies the texts. */
    public RunSql {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A step of SQL needs a name.");
        }
        texts = List.copyOf(texts);
    }

    /**
     * The statements for one database.
     *
     * @param dialect the dialect's name; empty for each database without statements of its own
     * @param up what runs, statement by statement; empty for nothing
     * @param down what takes it back, statement by statement; empty for nothing
     */
    public record Text(String dialect, List<String> up, List<String> down) {

        /** Copies the statements. */
        public Text {
            Objects.requireNonNull(dialect, "dialect");
            up = List.copyOf(up);
            down = List.copyOf(down);
        }
    }

    /**
     * The statements for a database.
     *
     * @param dialect the dialect's name
     * @return its own text, else for {@code mariadb} that of {@code mysql}, else the one for each database; empty if there
     *     is none of these
     */
    public Optional<Text> text(String dialect) {
        for (String name : List.of(dialect, dialect.equals("mariadb") ? "mysql" : "", "")) {
            for (Text text : texts) {
                if (text.dialect().equals(name)) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Operation inverse() {
        return new RunSql(
                name,
                texts.stream()
                        .map(text -> new Text(text.dialect(), text.down(), text.up()))
                        .toList());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.runSql(this);
    }
}
