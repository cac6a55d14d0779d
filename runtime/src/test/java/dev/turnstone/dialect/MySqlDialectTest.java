package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** MySQL cannot be had here: what it would be told is read by people only. */
class MySqlDialectTest extends DialectTest {

    MySqlDialectTest() {
        super(new MySqlDialect().forVersion(8, 4), "mysql");
    }

    @Override
    List<OperationCase> ownCases() {
        return MySqlCases.all();
    }

    /** The engine takes back what was begun by this. */
    @Test
    void saysWhichOperationsAStatementCarriesOut() {
        assertThat(ranges("add_column_identity")).containsExactly("0-1");
        assertThat(ranges("replace_primary_key")).containsExactly("1-1", "0-2");
        assertThat(ranges("several_changes")).startsWith("0-0", "1-1", "2-3", "4-5");
    }

    private List<String> ranges(String name) {
        OperationCase found = cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ((Rendered.Units) dialect.render(found.change()))
                .units().stream().map(unit -> unit.first() + "-" + unit.last()).toList();
    }

    @Test
    void dropsAColumnAsTheVersionCan() {
        OperationCase drop = cases().stream()
                .filter(each -> each.name().equals("drop_column_in_schema"))
                .findFirst()
                .orElseThrow();
        assertThat(Steps.text(dialect.render(drop.change()))).contains("ALGORITHM=INSTANT");
        assertThat(Steps.text(new MySqlDialect().forVersion(8, 0).render(drop.change())))
                .contains("ALGORITHM=INPLACE, LOCK=NONE");
    }
}
