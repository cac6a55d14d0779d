package dev.turnstone.processor.read;

import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/** Reads the steps of SQL of types and packages. */
public final class SqlStepReader {

    private static final Pattern TRANSACTION = Pattern.compile("(?is)"
            + "begin(\\s+(transaction|work|immediate|exclusive|deferred)\\b.*)?"
            + "|(start|prepare)\\s+transaction\\b.*"
            + "|(commit|rollback|abort|end)(\\s+(work|transaction|and|to|prepared)\\b.*)?"
            + "|savepoint\\s+\\w+|release\\s+(savepoint\\s+)?\\w+"
            + "|set\\s+(session\\s+)?autocommit\\b.*");

    /** A statement with others inside, whose semicolons do not end it. */
    private static final Pattern COMPOUND = Pattern.compile("(?is)(create|alter)\\b.*\\b"
            + "(function|procedure|trigger|event|package)\\b.*|(do|declare|begin\\s+not\\s+atomic)\\b.*");

    private static final Pattern QUOTED =
            Pattern.compile("(?s)'[^']*'|\"[^\"]*\"|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/");

    private final Collection<String> dialects;

    /**
     * A reader for one round.
     *
     * @param dialects the names of all dialects
     */
    public SqlStepReader(Collection<String> dialects) {
        this.dialects = dialects;
    }

    /**
     * Reads what an element says.
     *
     * @param element a type or a package
     * @return its steps, and what is wrong with them
     */
    public StepResult read(Element element) {
        List<Mirror> annotations = Mirror.all(element, Vocabulary.SQL_STEP);
        if (annotations.stream().anyMatch(SqlStepReader::isUnresolved)) {
            return StepResult.UNRESOLVED;
        }
        List<Finding> findings = new ArrayList<>();
        List<DeclaredStep> steps = new ArrayList<>();
        for (Mirror annotation : annotations) {
            Report report = new Report();
            step(annotation, report).ifPresent(steps::add);
            findings.addAll(report.findings());
        }
        return new StepResult(steps, findings, false);
    }

    private static boolean isUnresolved(Mirror annotation) {
        return annotation.hasUnresolvedValue()
                || annotation.nested("sql").stream().anyMatch(Mirror::hasUnresolvedValue);
    }

    private Optional<DeclaredStep> step(Mirror annotation, Report report) {
        List<Placed<String>> names =
                report.names(annotation.text("name").stream().toList());
        List<RunSql.Text> texts = new ArrayList<>();
        for (Mirror text : annotation.nested("sql")) {
            read(text, report).ifPresent(texts::add);
        }
        texts.sort(Comparator.comparing(RunSql.Text::dialect));
        if (report.findings().isEmpty()) {
            check(annotation, texts, report);
        }
        if (!report.findings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeclaredStep(
                new RunSql(names.get(0).value(), texts),
                annotation.flag("first").map(Placed::value).orElse(false),
                annotation.number("order").map(Placed::value).orElse(0),
                List.of(),
                List.of(),
                annotation.place()));
    }

    private static void check(Mirror annotation, List<RunSql.Text> texts, Report report) {
        long databases = texts.stream().map(RunSql.Text::dialect).distinct().count();
        if (databases < texts.size()) {
            report.add(
                    Tag.SQL_STEP,
                    annotation.place(),
                    "This SQL step has two texts for one database.",
                    "Put their statements into one text.");
        } else if (texts.stream().allMatch(text -> text.up().isEmpty())) {
            report.add(
                    Tag.SQL_STEP,
                    annotation.place(),
                    "This SQL step has no statement.",
                    "sql = @SqlStep.Text(up = \"CREATE VIEW ...\", down = \"DROP VIEW ...\")");
        }
    }

    private Optional<RunSql.Text> read(Mirror text, Report report) {
        Optional<Placed<String>> dialect =
                text.text("dialect").filter(each -> !each.value().isEmpty());
        if (dialect.isPresent() && !dialects.contains(dialect.get().value())) {
            String name = dialect.get().value();
            report.add(
                    Tag.SQL_STEP,
                    dialect.get().place(),
                    "There is no dialect '" + name + "'." + Suggestion.didYouMean(name, dialects),
                    "There are: " + String.join(", ", dialects) + ".");
            return Optional.empty();
        }
        return Optional.of(new RunSql.Text(
                dialect.map(Placed::value).orElse(""),
                statements(text.texts("up"), report),
                statements(text.texts("down"), report)));
    }

    private static List<String> statements(List<Placed<String>> written, Report report) {
        List<String> statements = new ArrayList<>();
        for (Placed<String> each : written) {
            report.text(Optional.of(each)).ifPresent(text -> {
                String statement = text.value().strip().replaceFirst("\\s*;\\s*\\z", "");
                if (statement.isEmpty()) {
                    report.add(Tag.SQL_STEP, text.place(), "This statement is empty.", "Remove it.");
                } else if (endsTransaction(statement)) {
                    report.add(
                            Tag.SQL_STEP,
                            text.place(),
                            "This statement begins or ends a transaction, but a migration runs in transactions of its own:"
                                    + " what it did so far would be kept without its record.",
                            "Remove it.");
                }
                statements.add(statement);
            });
        }
        return statements;
    }

    private static boolean endsTransaction(String statement) {
        String bare = QUOTED.matcher(statement).replaceAll(" ").strip();
        return !COMPOUND.matcher(bare).matches()
                && Pattern.compile(";")
                        .splitAsStream(bare)
                        .anyMatch(part -> TRANSACTION.matcher(part.strip()).matches());
    }
}
