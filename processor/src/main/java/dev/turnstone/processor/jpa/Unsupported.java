package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.Quoted;
import java.util.Optional;

/** Refuses what Hibernate would put into a schema and Turnstone has no word for, with what says the same in another way. */
record Unsupported(Binding binding) {

    private static final int NAMED_ORDINAL_ENUM = 6003;

    /**
     * Refuses an attribute whose column gets no type.
     *
     * @param attribute the attribute
     * @param options what {@code @Column} wants behind its type, which is known but spelled in several ways; empty if the
     *     type is not known
     */
    void type(JpaAttribute attribute, Optional<String> options) {
        String name = attribute.name() + " (" + attribute.type().name() + ")";
        String fix = "@Column(columnDefinition = \"<the type in SQL>\"";
        options.ifPresentOrElse(
                sql -> binding.unsupported(
                        attribute.place(),
                        "The databases have different types for " + name
                                + ", so the options of its @Column have no one type to stand behind.",
                        "Give the type too: " + fix + ", options = " + Quoted.java(sql) + ")"),
                () -> binding.unsupported(
                        attribute.place(),
                        "Nobody can tell from the source which column type " + name + " has.",
                        fix + ")"));
    }

    /** Looks at an attribute with one column. */
    void check(JpaAttribute attribute, Size size) {
        Notes notes = attribute.notes();
        notes.hibernate("GeneratedColumn")
                .flatMap(each -> each.text("value"))
                .ifPresent(sql -> binding.unsupported(
                        attribute.place(),
                        "@GeneratedColumn makes the database compute " + attribute.name()
                                + ", which the migrations would leave out.",
                        "Instead of it: @Column(columnDefinition = "
                                + Quoted.java("<type> generated always as (" + sql + ") stored")
                                + ", insertable = false, updatable = false)"));
        notes.hibernate("Collate")
                .flatMap(each -> each.text("value"))
                .ifPresent(name -> binding.unsupported(
                        attribute.place(),
                        "@Collate gives the column of " + attribute.name()
                                + " an order of its own, which the migrations would leave out.",
                        "Instead of it: @Column(columnDefinition = " + Quoted.java("<type> collate " + name) + ")"));
        boolean named = Descriptors.code(notes)
                .filter(code -> code == EnumForms.NAMED_ENUM || code == NAMED_ORDINAL_ENUM)
                .isPresent();
        if (named && size.definition().isEmpty()) {
            String type = attribute.type().name().replaceFirst(".*[.$]", "");
            binding.unsupported(
                    attribute.place(),
                    "For " + attribute.name()
                            + " Hibernate makes a type of the database that is named like the enum. Turnstone has"
                            + " no such types.",
                    "Make it by a step of SQL on the class, and name it here with @Column(columnDefinition = \"" + type
                            + "\"):"
                            + "\n@SqlStep(name = \"" + type
                            + "\", first = true, sql = @SqlStep.Text(dialect = \"postgresql\", up = \"CREATE"
                            + " TYPE " + type + " AS ENUM (...)\", down = \"DROP TYPE " + type + "\"))"
                            + "\nOr take @JdbcTypeCode away, for a plain column with a check.");
        }
    }

    /** Looks at an attribute that is made of others. */
    void check(JpaAttribute attribute, JpaClass embeddable) {
        Optional.of(attribute.notes())
                .filter(notes -> notes.hibernate("Struct").isPresent())
                .or(() -> Optional.of(embeddable.notes())
                        .filter(notes -> notes.hibernate("Struct").isPresent()))
                .ifPresent(
                        notes -> binding.unsupported(
                                attribute.place(),
                                "@Struct keeps " + attribute.name()
                                        + " in one column of a type that Hibernate makes. Turnstone has no such"
                                        + " types.",
                                "Take @Struct away, for a column for each of its attributes; or @JdbcTypeCode(SqlTypes.JSON) instead of it."));
    }
}
