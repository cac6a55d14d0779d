package dev.turnstone.processor.declared;

import dev.turnstone.processor.declared.DeclaredEntity.Drop;
import dev.turnstone.processor.declared.DeclaredEntity.TableFacts;
import dev.turnstone.processor.declared.DeclaredField.ColumnFacts;
import dev.turnstone.processor.declared.DeclaredField.KeyPart;
import dev.turnstone.processor.declared.FieldType.Basic;
import dev.turnstone.processor.declared.FieldType.Embedded;
import dev.turnstone.processor.declared.FieldType.Reference;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declared entities as a reader would give them, written short. */
final class Declare {

    static final ColumnType BIGINT = ColumnType.of(Kind.BIGINT);
    static final ColumnType TEXT = ColumnType.of(Kind.VARCHAR, 255);

    private Declare() {}

    static DeclaredEntity entity(String className, DeclaredField... fields) {
        return new DeclaredEntity(
                className,
                className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1),
                SourceRef.named(className),
                TableFacts.NONE,
                List.of(fields),
                List.of(),
                List.of(),
                Set.of());
    }

    static DeclaredEntity with(DeclaredEntity entity, DeclaredRule... rules) {
        return new DeclaredEntity(
                entity.className(),
                entity.simpleName(),
                entity.place(),
                entity.table(),
                entity.fields(),
                List.of(rules),
                entity.drops(),
                Set.of());
    }

    static DeclaredEntity on(String schema, String table, DeclaredEntity entity) {
        return new DeclaredEntity(
                entity.className(),
                entity.simpleName(),
                entity.place(),
                new TableFacts(
                        Optional.of(placed(table)), Optional.of(placed(schema)), Optional.empty(), Optional.empty()),
                entity.fields(),
                entity.rules(),
                List.of(new Drop(false, placed("gone"), "")),
                Set.of());
    }

    static DeclaredField field(String name, FieldType type, DeclaredRule... rules) {
        return new DeclaredField(
                name,
                SourceRef.named("field " + name),
                type,
                true,
                Optional.empty(),
                ColumnFacts.NONE,
                List.of(rules),
                Optional.empty());
    }

    static DeclaredField text(String name, DeclaredRule... rules) {
        return field(name, new Basic(TEXT), rules);
    }

    static DeclaredField id(String name) {
        return id(0, field(name, new Basic(BIGINT)));
    }

    static DeclaredField id(int order, DeclaredField field) {
        return new DeclaredField(
                field.name(),
                field.place(),
                field.type(),
                false,
                Optional.of(new KeyPart(false, order)),
                field.column(),
                field.rules(),
                field.nullConflict());
    }

    static DeclaredField column(String column, DeclaredField field) {
        return facts(field, Optional.of(placed(column)), field.column().renamedFrom());
    }

    static DeclaredField renamedFrom(String old, DeclaredField field) {
        return facts(field, field.column().name(), Optional.of(placed(old)));
    }

    private static DeclaredField facts(
            DeclaredField field, Optional<Placed<String>> name, Optional<Placed<String>> renamedFrom) {
        return new DeclaredField(
                field.name(),
                field.place(),
                field.type(),
                field.nullable(),
                field.id(),
                new ColumnFacts(
                        name,
                        field.column().defaultValue(),
                        field.column().comment(),
                        renamedFrom,
                        field.column().rows()),
                field.rules(),
                field.nullConflict());
    }

    static DeclaredField ref(String name, String entity, String... columns) {
        return field(
                name, new Reference(entity, placed(columns), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static DeclaredField refOnDelete(String name, String entity, ReferentialAction action) {
        return field(
                name,
                new Reference(
                        entity,
                        List.of(),
                        Optional.of(new Placed<>(action, SourceRef.named("onDelete"))),
                        Optional.empty(),
                        Optional.empty()));
    }

    static DeclaredField embedded(String name, String prefix, DeclaredField... fields) {
        return field(name, new Embedded(Optional.ofNullable(prefix).map(Declare::placed), List.of(fields), List.of()));
    }

    static DeclaredRule unique(String name, String... columns) {
        return new DeclaredRule.OnColumns(true, SourceRef.named("unique " + name), placed(columns), given(name));
    }

    static DeclaredRule index(String name, String... columns) {
        return new DeclaredRule.OnColumns(false, SourceRef.named("index " + name), placed(columns), given(name));
    }

    static DeclaredRule check(String name, String condition) {
        return new DeclaredRule.Condition(placed(condition), given(name));
    }

    static Placed<String> placed(String text) {
        return new Placed<>(text, SourceRef.named("'" + text + "'"));
    }

    private static List<Placed<String>> placed(String... texts) {
        List<Placed<String>> all = new ArrayList<>();
        for (String text : texts) {
            all.add(placed(text));
        }
        return all;
    }

    private static Optional<Placed<String>> given(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(placed(name));
    }
}
