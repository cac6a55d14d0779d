package dev.turnstone.dialect;

/** MySQL, from version 8.0.16, which is the first that enforces checks. */
public final class MySqlDialect extends MySqlFamily {

    /** Makes the dialect for version 8.0; it has no state. */
    public MySqlDialect() {
        this(false);
    }

    private MySqlDialect(boolean instantDrop) {
        super("mysql", new MySqlFlavor(false, false, instantDrop));
    }

    @Override
    public boolean serves(Server server) {
        return server.product().equals("MySQL") && !isMaria(server);
    }

    /** A column is dropped at once from 8.0.29, of which 8.1 is the first that two numbers can tell. */
    @Override
    public Dialect forVersion(int major, int minor) {
        return new MySqlDialect(major > 8 || (major == 8 && minor > 0));
    }

    @Override
    String variable(String variable) {
        return "SELECT VARIABLE_VALUE FROM performance_schema.session_variables WHERE VARIABLE_NAME = '" + variable
                + "'";
    }
}
