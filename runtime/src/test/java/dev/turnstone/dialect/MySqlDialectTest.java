package dev.turnstone.dialect;

/** MySQL cannot be had here: what it would be told is read by people only. */
class MySqlDialectTest extends DialectTest {

    MySqlDialectTest() {
        super(new MySqlDialect().forVersion(8, 4), "mysql");
    }
}
