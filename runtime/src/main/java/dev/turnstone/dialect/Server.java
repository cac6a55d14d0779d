package dev.turnstone.dialect;

/**
 * A database as it introduces itself.
 *
 * @param product what {@code java.sql.DatabaseMetaData#getDatabaseProductName} says
 * @param version what {@code java.sql.DatabaseMetaData#getDatabaseProductVersion} says
 * @param major the first number of the version
 * @param minor the second number of the version
 */
public record Server(String product, String version, int major, int minor) {}
