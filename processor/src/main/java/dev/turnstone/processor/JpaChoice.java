package dev.turnstone.processor;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.jpa.JpaSettings;
import dev.turnstone.processor.jpa.JpaSettings.Qualifier;
import java.util.List;
import javax.lang.model.util.Elements;

/** Which Hibernate the JPA entities are for: the options say it, else the class path. */
final class JpaChoice {

    private static final int NEWEST_MINOR = 4;

    private JpaChoice() {}

    static JpaSettings settings(Elements elements, ProcessorOptions options) {
        boolean spring = options.naming() == Naming.SPRING
                || (options.naming() != Naming.JPA
                        && elements.getTypeElement("org.springframework.boot.SpringApplication") != null);
        // Version 7 has no @Where any more.
        String version = options.hibernate()
                .orElse(elements.getTypeElement("org.hibernate.annotations.Where") == null ? "7" : "6.6");
        String[] numbers = version.split("\\.", -1);
        return new JpaSettings(
                spring,
                Integer.parseInt(numbers[0]),
                numbers.length > 1 ? Integer.parseInt(numbers[1]) : NEWEST_MINOR,
                options.beanValidation(),
                qualifier(options.targets()));
    }

    private static Qualifier qualifier(List<Dialect> targets) {
        long catalogs = targets.stream().filter(JpaChoice::hasCatalogs).count();
        return catalogs == 0 ? Qualifier.SCHEMA : catalogs == targets.size() ? Qualifier.CATALOG : Qualifier.MIXED;
    }

    private static boolean hasCatalogs(Dialect target) {
        return target.name().equals("mysql") || target.name().equals("mariadb");
    }
}
