package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.SchemaAssembler.Assembly;
import dev.turnstone.processor.declared.jpa.JpaModel;
import java.util.List;
import java.util.Map;

/** Makes the schema that Hibernate would make of JPA entities. Pure: it knows no compiler. */
public final class JpaAssembler {

    private JpaAssembler() {}

    /**
     * Assembles a schema.
     *
     * @param model the entities and all that they are made of
     * @param settings which Hibernate to agree with
     * @param rows what fields say of the rows that exist, by the path of their places
     * @return the schema, of use only if no finding is an error, and the findings
     */
    public static Assembly assemble(JpaModel model, JpaSettings settings, Map<String, RowFacts> rows) {
        Binding binding = new Binding(model, settings);
        EntityTables tables = new EntityTables(binding);
        tables.find();
        Binder binder = new Binder(binding);
        binding.entities.values().forEach(binder.keys::of);
        binding.entities.values().forEach(entity -> tables.complete(entity, binder.keys));
        binding.entities.values().stream().filter(each -> each.parent == null).forEach(binder::bind);
        binding.finish();
        List<DropHint> drops = binding.entities.values().stream()
                .filter(each -> each.type.isEntity())
                .flatMap(each -> Hints.drops(each, binding.attributes).stream())
                .distinct()
                .toList();
        return new Assembly(new SchemaParts(binding).schema(drops, new Rows(rows, binding.findings)), binding.findings);
    }
}
