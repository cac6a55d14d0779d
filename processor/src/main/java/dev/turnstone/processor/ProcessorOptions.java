package dev.turnstone.processor;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.declared.Naming;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.lint.LintOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The options of one compilation, all of them below {@code -Aturnstone.}. Commands and switches are off when they are absent
 * or {@code false}, so that a build file can pass on a property; any other option without a value counts as absent.
 *
 * @param command what to do with the committed files
 * @param release the id of the newest migration that others have from now on, as written
 * @param check whether an unsaved change is an error
 * @param dir the committed folder, as written
 * @param packageName the package of the generated classes
 * @param naming how Java names become SQL names
 * @param targets the databases to lint for and to preview SQL for
 * @param lint how much findings weigh, and what names must look like
 * @param hibernate the version of Hibernate that JPA entities are for; absent to find out from the class path
 * @param beanValidation whether Bean Validation's annotations shape the tables of JPA entities
 * @param entities classes, and packages such as {@code com.acme.*}, that are entities although no source of the compilation has them
 */
record ProcessorOptions(
        Command command,
        Optional<String> release,
        boolean check,
        Optional<String> dir,
        Optional<String> packageName,
        Naming naming,
        List<Dialect> targets,
        LintOptions lint,
        Optional<String> hibernate,
        boolean beanValidation,
        List<String> entities) {

    private static final List<String> NAMES = Stream.of(
                    "save",
                    "amend",
                    "rebuild",
                    "rebase",
                    "squash",
                    "prune",
                    "release",
                    "check",
                    "dir",
                    "package",
                    "naming",
                    "targets",
                    "lint",
                    "lint.names",
                    "hibernate",
                    "validation",
                    "entities")
            .map(OptionValues.PREFIX::concat)
            .toList();
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-zA-Z0-9_]*(\\.[a-z_][a-zA-Z0-9_]*)*");

    private static final Pattern ENTITY =
            Pattern.compile("[\\w$]+(\\.[\\w$]+)*(\\.\\*)?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern HIBERNATE = Pattern.compile("6\\.6(\\.\\d+)*|7(\\.\\d{1,3})*");

    /** What reading the options gave. */
    record Parsed(ProcessorOptions options, List<Finding> findings) {}

    /**
     * The options' full names.
     *
     * @return all of them
     */
    static List<String> names() {
        return NAMES;
    }

    /**
     * Reads the options.
     *
     * @param raw the options as the compiler gives them, those of other processors among them
     * @param dialects the dialects that there are
     * @return the options, with a finding for each unknown one and each impossible value
     */
    static Parsed parse(Map<String, String> raw, Dialects dialects) {
        OptionValues values = new OptionValues(raw);
        values.checkNames(NAMES);
        Command command = Command.read(values);
        List<Finding> findings = new ArrayList<>();
        LintOptions lint = LintOptions.parse(values.value("lint"), values.value("lint.names"), findings);
        ProcessorOptions options = new ProcessorOptions(
                command,
                release(values, command),
                values.flag("check"),
                values.value("dir"),
                packageName(values),
                naming(values),
                Targets.read(values, dialects),
                lint,
                hibernate(values),
                beanValidation(values),
                entities(values));
        findings.addAll(0, values.findings());
        return new Parsed(options, findings);
    }

    private static Optional<String> release(OptionValues values, Command command) {
        Optional<String> id = values.command("release").map(value -> values.required("release", value));
        if (id.isPresent() && !(command instanceof Command.None || command instanceof Command.Save)) {
            values.conflict(
                    List.of("release", command.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
                    "what is released stays as it is");
        }
        return id;
    }

    private static Optional<String> packageName(OptionValues values) {
        Optional<String> name = values.value("package");
        if (name.isPresent() && !(PACKAGE.matcher(name.get()).matches() && SourceVersion.isName(name.get()))) {
            values.invalid("package", name.get(), "a package name such as com.acme.migrations");
        }
        return name;
    }

    private static Naming naming(OptionValues values) {
        Optional<String> value = values.value("naming");
        if (value.isEmpty()) {
            return Naming.SNAKE_CASE;
        }
        for (Naming naming : Naming.values()) {
            if (naming.optionValue().equals(value.get())) {
                return naming;
            }
        }
        values.unknown(
                "value of -A" + OptionValues.PREFIX + "naming",
                value.get(),
                Stream.of(Naming.values()).map(Naming::optionValue).toList());
        return Naming.SNAKE_CASE;
    }

    private static Optional<String> hibernate(OptionValues values) {
        Optional<String> value = values.value("hibernate");
        if (value.isPresent() && !HIBERNATE.matcher(value.get()).matches()) {
            values.invalid("hibernate", value.get(), "6.6, 7, or a version such as 7.2");
            return Optional.empty();
        }
        return value;
    }

    private static boolean beanValidation(OptionValues values) {
        String value = values.value("validation").orElse("ddl");
        if (!value.equals("ddl") && !value.equals("none")) {
            values.invalid("validation", value, "ddl or none");
        }
        return value.equals("ddl");
    }

    /**
     * Tells whether an option names entities.
     *
     * @param raw the options as the compiler gives them
     * @return true if the sources need not have any
     */
    static boolean namesEntities(Map<String, String> raw) {
        return new OptionValues(raw).value("entities").isPresent();
    }

    private static List<String> entities(OptionValues values) {
        List<String> names = values.value("entities").map(OptionValues::list).orElse(List.of());
        for (String name : names) {
            if (!ENTITY.matcher(name).matches()) {
                values.invalid("entities", name, "names of classes and packages such as com.acme.User,com.acme.base.*");
            }
        }
        return names;
    }
}
