package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;

/** H2, version 2. Each of its DDL statements commits at once, so each is a step of its own. */
public final class H2Dialect implements Dialect {

    /** Makes the dialect; it has no state. */
    public H2Dialect() {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean serves(String productName) {
        return productName.equals("H2");
    }

    @Override
    public int maxIdentifierLength() {
        return 256;
    }

    @Override
    public String quote(String identifier) {
        return H2Names.quote(identifier);
    }

    @Override
    public Rendered render(Operation operation) {
        return operation.accept(new H2Renderer());
    }
}
