package dev.turnstone.processor;

import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.jpa.JpaSettings;
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
                options.beanValidation());
    }
}
