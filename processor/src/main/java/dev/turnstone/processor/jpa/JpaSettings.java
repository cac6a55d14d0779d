package dev.turnstone.processor.jpa;

/**
 * Which Hibernate the schema is to agree with.
 *
 * @param spring whether names are made as Spring Boot has them made, rather than as Hibernate alone does
 * @param major the first number of Hibernate's version, such as 7
 * @param minor the second number of Hibernate's version, such as 4
 * @param beanValidation whether Bean Validation's annotations shape the schema
 * @param qualifier what stands before the names of tables in the target databases
 */
public record JpaSettings(boolean spring, int major, int minor, boolean beanValidation, Qualifier qualifier) {

    /** What stands before the name of a table, as in {@code shop.orders}. */
    public enum Qualifier {
        /** A schema. */
        SCHEMA,
        /** A database, which JPA calls a catalog: MySQL and MariaDB have no schemas, and Hibernate leaves them out. */
        CATALOG,
        /** Not the same in all target databases. */
        MIXED
    }

    /** Whether Hibernate is of a version or a later one. */
    boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
