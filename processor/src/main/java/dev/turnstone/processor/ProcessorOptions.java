package dev.turnstone.processor;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The options of one compilation, all of them below {@code -Aturnstone.}. The switches {@code save} and {@code check} are off
 * when they are absent or {@code false}, so that a build file can pass on a property; any other option without a value
 * counts as absent.
 *
 * @param save the name under which to save the draft; empty text to derive one from its content; absent not to save
 * @param check whether an unsaved change is an error
 * @param dir the committed folder, as written
 * @param packageName the package of the generated classes
 * @param naming how Java names become SQL names
 * @param targets the databases to lint for and to preview SQL for
 * @param hibernate the version of Hibernate that JPA entities are for; absent to find out from the class path
 * @param beanValidation whether Bean Validation's annotations shape the tables of JPA entities
 */
record ProcessorOptions(
        Optional<String> save,
        boolean check,
        Optional<String> dir,
        Optional<String> packageName,
        Naming naming,
        List<Dialect> targets,
        Optional<String> hibernate,
        boolean beanValidation) {

    private static final String PREFIX = "turnstone.";
    private static final List<String> NAMES =
            List.of("save", "check", "dir", "package", "naming", "targets", "hibernate", "validation");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-zA-Z0-9_]*(\\.[a-z_][a-zA-Z0-9_]*)*");

    private static final Pattern HIBERNATE = Pattern.compile("6\\.6(\\.\\d+)*|7(\\.\\d{1,3})*");

    private static final Pattern TARGET = Pattern.compile("([^:]+)(?::(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.\\d+)*)?");

    /** What reading the options gave. */
    record Parsed(ProcessorOptions options, List<Finding> findings) {}

    /**
     * The options' full names.
     *
     * @return all of them
     */
    static List<String> names() {
        return NAMES.stream().map(PREFIX::concat).toList();
    }

    /**
     * Reads the options.
     *
     * @param raw the options as the compiler gives them, those of other processors among them
     * @param dialects the dialects that there are
     * @return the options, with a finding for each unknown one and each impossible value
     */
    static Parsed parse(Map<String, String> raw, Dialects dialects) {
        List<Finding> findings = new ArrayList<>();
        raw.keySet().stream().filter(name -> name.startsWith(PREFIX)).sorted().forEach(name -> {
            if (!NAMES.contains(name.substring(PREFIX.length()))) {
                findings.add(unknown("option", name, names()));
            }
        });
        Optional<String> packageName = value(raw, "package");
        if (packageName.isPresent() && !isPackage(packageName.get())) {
            findings.add(invalid("package", packageName.get(), "a package name such as com.acme.migrations"));
            packageName = Optional.empty();
        }
        ProcessorOptions options = new ProcessorOptions(
                save(raw),
                flag(raw, "check", findings),
                value(raw, "dir"),
                packageName,
                naming(raw, findings),
                targets(raw, dialects, findings),
                hibernate(raw, findings),
                beanValidation(raw, findings));
        return new Parsed(options, findings);
    }

    private static boolean isPackage(String name) {
        return PACKAGE.matcher(name).matches() && SourceVersion.isName(name);
    }

    /** javac and ECJ give no value for {@code -Aname=} as for {@code -Aname}: to pass on "no", a build file says false. */
    private static Optional<String> save(Map<String, String> raw) {
        if (isOnWithoutValue(raw, "save")) {
            return Optional.of("");
        }
        return value(raw, "save").filter(name -> !name.equals("false"));
    }

    private static boolean flag(Map<String, String> raw, String name, List<Finding> findings) {
        Optional<String> value = value(raw, name);
        if (isOnWithoutValue(raw, name)) {
            return true;
        }
        if (value.isPresent() && !value.get().equals("false")) {
            findings.add(invalid(name, value.get(), "true or false"));
        }
        return false;
    }

    private static Naming naming(Map<String, String> raw, List<Finding> findings) {
        Optional<String> value = value(raw, "naming");
        if (value.isEmpty()) {
            return Naming.SNAKE_CASE;
        }
        for (Naming naming : Naming.values()) {
            if (naming.optionValue().equals(value.get())) {
                return naming;
            }
        }
        findings.add(unknown(
                "value of -A" + PREFIX + "naming",
                value.get(),
                List.of(Naming.values()).stream().map(Naming::optionValue).toList()));
        return Naming.SNAKE_CASE;
    }

    private static List<Dialect> targets(Map<String, String> raw, Dialects dialects, List<Finding> findings) {
        List<Dialect> targets = new ArrayList<>();
        for (String target : value(raw, "targets").orElse("h2").split(",", -1)) {
            Matcher parts = TARGET.matcher(target.strip());
            if (!parts.matches()) {
                findings.add(invalid("targets", target, "databases with an optional version, such as h2 or h2:2.4"));
                continue;
            }
            String name = parts.group(1);
            dialects.named(name)
                    .ifPresentOrElse(
                            dialect -> targets.add(inVersion(dialect, parts)),
                            () -> findings.add(unknown("target database", name, dialects.names())));
        }
        return targets.stream().distinct().toList();
    }

    private static Optional<String> hibernate(Map<String, String> raw, List<Finding> findings) {
        Optional<String> value = value(raw, "hibernate");
        if (value.isPresent() && !HIBERNATE.matcher(value.get()).matches()) {
            findings.add(invalid("hibernate", value.get(), "6.6, 7, or a version such as 7.2"));
            return Optional.empty();
        }
        return value;
    }

    private static boolean beanValidation(Map<String, String> raw, List<Finding> findings) {
        String value = value(raw, "validation").orElse("ddl");
        if (!value.equals("ddl") && !value.equals("none")) {
            findings.add(invalid("validation", value, "ddl or none"));
        }
        return value.equals("ddl");
    }

    private static Dialect inVersion(Dialect dialect, Matcher target) {
        return target.group(2) == null
                ? dialect
                : dialect.forVersion(
                        Integer.parseInt(target.group(2)),
                        target.group(3) == null ? 0 : Integer.parseInt(target.group(3)));
    }

    private static boolean isOnWithoutValue(Map<String, String> raw, String name) {
        return raw.containsKey(PREFIX + name)
                && (raw.get(PREFIX + name) == null || raw.get(PREFIX + name).equals("true"));
    }

    private static Optional<String> value(Map<String, String> raw, String name) {
        return Optional.ofNullable(raw.get(PREFIX + name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Finding unknown(String what, String name, List<String> real) {
        String nearest =
                Suggestion.nearest(name, real).map(each -> "Use " + each + ". ").orElse("");
        return Finding.of(
                Tag.OPTION,
                SourceRef.NONE,
                "Turnstone has no " + what + " '" + name + "'.",
                nearest + "There are: " + String.join(", ", real) + ".");
    }

    private static Finding invalid(String name, String value, String expected) {
        return Finding.of(
                Tag.OPTION,
                SourceRef.NONE,
                "-A" + PREFIX + name + " cannot have the value '" + value + "'.",
                "Give it " + expected + ", or leave it out.");
    }
}
