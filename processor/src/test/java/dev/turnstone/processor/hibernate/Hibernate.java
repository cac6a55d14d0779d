package dev.turnstone.processor.hibernate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
 * @param validation what becomes of the constraints of Bean Validation: {@code none} or {@code ddl}
 */
record Hibernate(Collection<Class<?>> entities, boolean spring, String validation) {

    private static final String MAPPED = "jakarta[.]persistence[.](Entity|MappedSuperclass|Embeddable|Converter)";

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

    /**
     * Hibernate on all classes of a package that say how they are mapped, without Bean Validation.
     *
     * @param spring whether names are made as under Spring Boot
     * @param classes where the compiler put the classes
     * @param name the package's name, of one word
     * @param libraries what the classes need besides the test's own class path
     */
    static Hibernate of(boolean spring, Path classes, String name, Path... libraries) {
        List<Class<?>> mapped = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve(name))) {
            List<URL> path = new ArrayList<>(List.of(classes.toUri().toURL()));
            for (Path library : libraries) {
                path.add(library.toUri().toURL());
            }
            // Not closed: Hibernate may load further classes as long as the test runs.
            URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), Hibernate.class.getClassLoader());
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String simple = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(name + "." + simple, false, loader);
                if (Stream.of(type.getAnnotations())
                        .anyMatch(each -> each.annotationType().getName().matches(MAPPED))) {
                    mapped.add(type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        return new Hibernate(mapped, spring, "none");
    }

    Hibernate withValidation(String mode) {
        return new Hibernate(entities, spring, mode);
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
                validation,
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
