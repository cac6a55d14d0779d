package dev.turnstone.processor.hibernate;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Version;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/**
 * Hibernate on compiled entities.
 *
 * @param entities the entities, and whatever else carries an annotation
 * @param spring whether names are made as under Spring Boot
 */
record Hibernate(Collection<Class<?>> entities, boolean spring) {

    /** By name: the version 7 has it under another one too, and warns of this one. */
    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    /** A join table has the name of the owner's table and the attribute, as under Spring Boot. */
    public static final class SpringNames extends ImplicitNamingStrategyJpaCompliantImpl {

        private static final long serialVersionUID = 1;

        @Override
        public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
            String attribute = source.getAssociationOwningAttributePath().getProperty();
            return toIdentifier(source.getOwningPhysicalTableName() + "_" + attribute, source.getBuildingContext());
        }
    }

    /** The first number of the version that is on the class path. */
    static int major() {
        return Integer.parseInt(Version.getVersionString().split("\\.", 2)[0]);
    }

    /** Does in one transaction what a class says that lies beside the entities. */
    @SuppressWarnings("unchecked")
    void run(String task, SessionFactory factory) {
        try {
            Consumer<Session> made = Class.forName(task, true, loader())
                    .asSubclass(Consumer.class)
                    .getDeclaredConstructor()
                    .newInstance();
            factory.inTransaction(made);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(task, e);
        }
    }

    private ClassLoader loader() {
        return entities.iterator().next().getClassLoader();
    }

    /** Makes the schema that Hibernate wants. */
    void create(DataSource database) {
        start(database, "create-only").close();
    }

    /**
     * Lets Hibernate check that it can work with a schema.
     *
     * @throws org.hibernate.tool.schema.spi.SchemaManagementException when it cannot
     */
    void validate(DataSource database) {
        start(database, "validate").close();
    }

    /** Starts as an application does. */
    SessionFactory start(DataSource database, String action) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "hibernate.connection.datasource",
                database,
                "hibernate.hbm2ddl.auto",
                action,
                "hibernate.hbm2ddl.halt_on_error",
                true,
                "jakarta.persistence.validation.mode",
                "none",
                "hibernate.implicit_naming_strategy",
                spring ? new SpringNames() : new ImplicitNamingStrategyJpaCompliantImpl(),
                "hibernate.physical_naming_strategy",
                spring ? SNAKE_CASE : new PhysicalNamingStrategyStandardImpl()));
        Configuration configuration = new Configuration(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader())
                        .build())
                .setProperties(properties);
        entities.forEach(configuration::addAnnotatedClass);
        return configuration.buildSessionFactory();
    }
}
