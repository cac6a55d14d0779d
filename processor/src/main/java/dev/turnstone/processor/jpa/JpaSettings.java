package dev.turnstone.processor.jpa;

/**
 * Which Hibernate the schema is to agree with.
 *
 * @param spring whether names are made as Spring Boot has them made, rather than as Hibernate alone does
 * @param major the first number of Hibernate's version, such as 7
 * @param minor the second number of Hibernate's version, such as 4
 * @param beanValidation whether Bean Validation's annotations shape the schema
 */
public record JpaSettings(boolean spring, int major, int minor, boolean beanValidation) {

    /** Whether Hibernate is of a version or a later one. */
    boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
