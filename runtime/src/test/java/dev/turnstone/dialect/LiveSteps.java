package dev.turnstone.dialect;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs what a dialect renders, as the engine does, on one connection to a real database. */
record LiveSteps(Dialect dialect, Connection connection) {

    void execute(String sql) {
        update(sql);
    }

    private int update(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Each row as its values with bars between. */
    List<String> rows(String query) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                List<String> result = new ArrayList<>();
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        values.add(rows.getString(i));
                    }
                    result.add(String.join("|", values));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** Makes all sequences and tables of a schema, as for a fresh database; what references comes last. */
    void build(Schema schema) {
        List<Operation> operations = new ArrayList<>();
        List<Operation> keys = new ArrayList<>();
        schema.sequences().forEach(each -> operations.add(new ChangeSequence(null, each)));
        for (Table table : schema.tables()) {
            List<Constraint> inner = new ArrayList<>(table.constraints());
            for (ForeignKey key : table.foreignKeys()) {
                if (!key.table().same(table.name())) {
                    inner.remove(key);
                    keys.add(new AddConstraint(table.name(), key));
                }
            }
            operations.add(
                    new CreateTable(new Table(table.name(), table.comment(), table.columns(), inner, table.indexes())));
        }
        operations.addAll(keys);
        run((Rendered.Units) dialect.render(new Change(operations, () -> Schema.EMPTY, false)));
    }

    void run(Rendered.Units units) {
        units.units().forEach(unit -> run(unit, this::perform));
    }

    void run(Unit unit, Consumer<Step> performing) {
        try {
            connection.setAutoCommit(!unit.transactional());
            unit.steps().forEach(performing);
            // Commits, too.
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new AssertionError(unit.toString(), e);
        }
    }

    void perform(Step step) {
        if (!step.leftovers().isEmpty()) {
            rows(step.leftovers()).forEach(this::execute);
        }
        switch (step.kind()) {
            case STATEMENT -> execute(step.sql());
            case REPEATED -> {
                int changed;
                do {
                    changed = update(step.sql());
                } while (changed > 0);
            }
            case GENERATED -> rows(step.sql()).forEach(this::execute);
            case DATA -> throw new AssertionError("There is no class for " + step.sql());
            case NO_ROW -> {
                if (!rows(step.sql()).isEmpty()) {
                    throw new AssertionError(step.sql());
                }
            }
        }
    }
}
