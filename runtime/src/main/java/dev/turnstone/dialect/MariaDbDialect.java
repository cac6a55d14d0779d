package dev.turnstone.dialect;

/** MariaDB, from version 10.6. */
public final class MariaDbDialect extends MySqlFamily {

    /** Makes the dialect for version 10.6; it has no state. */
    public MariaDbDialect() {
        this(false);
    }

    private MariaDbDialect(boolean nativeUuid) {
        super("mariadb", new MySqlFlavor(true, nativeUuid, true));
    }

    @Override
    public boolean serves(Server server) {
        return isMaria(server);
    }

    @Override
    public Dialect forVersion(int major, int minor) {
        return new MariaDbDialect(major > 10 || (major == 10 && minor >= 7));
    }

    @Override
    String variable(String variable) {
        return "SELECT SESSION_VALUE FROM information_schema.SYSTEM_VARIABLES WHERE VARIABLE_NAME = '" + variable + "'";
    }
}
