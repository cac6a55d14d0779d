package dev.turnstone.processor.lint;

import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Dialects;
import dev.turnstone.operation.Changes;
import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the project and the source say about findings. */
class LintTest {

    private static final TableName AUTHOR = TableName.of("author");

    @Test
    void anAcceptedFindingIsAConsentAndItsReasonIsKept() {
        Lint.Result result = check("", accept("TS-TYPE-NARROW", "Counted.", "app.Author.name"));

        assertThat(result.findings()).isEmpty();
        assertThat(result.consents()).containsExactly(new Consent("TS-TYPE-NARROW", "author.name", "Counted."));
    }

    /** On the class, on another field, or about another tag it says nothing, and can go. */
    @ParameterizedTest
    @CsvSource({"TS-TYPE-NARROW, app.Author", "TS-TYPE-NARROW, app.Author.other", "TS-NOTNULL-SET, app.Author.name"})
    void itIsAboutOneTagAtOneElement(String tag, String place) {
        Lint.Result result = check("", accept(tag, "Counted.", place));

        assertThat(result.findings()).extracting(Finding::tag).containsExactly(Tag.TYPE_NARROW, Tag.ACCEPT_DONE);
        assertThat(result.findings().get(1).place().path()).isEqualTo(place);
        assertThat(result.consents()).isEmpty();
    }

    @Test
    void whatIsLeftOutOfAChangeMayStillNeedIt() {
        Accept accept = accept("TS-NOTNULL-SET", "Counted.", "app.Author.name");

        assertThat(Lint.check(List.of(context()), LintOptions.NONE, List.of(accept), Set.of(), false)
                        .findings())
                .extracting(Finding::tag)
                .containsExactly(Tag.TYPE_NARROW);
    }

    @Test
    void aPackageSpeaksForWhatHasNoElement() {
        Accept accept = new Accept("TS-RENAME-COMPAT", "Nobody reads it.", SourceRef.named("app"), true);

        Changes column = new Changes();
        column.table("old").renameColumn("a", "b");
        LintContext renamed =
                new LintContext(Schema.EMPTY, column.operations(), Schema.EMPTY, declared(Map.of()), List.of());
        assertThat(Lint.check(List.of(renamed), LintOptions.NONE, List.of(accept), Set.of(), true)
                        .consents())
                .containsExactly(new Consent("TS-RENAME-COMPAT", "old.b", "Nobody reads it."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TS-TYPE-NAROW | Counted. | There is no tag 'TS-TYPE-NAROW'. Did you mean 'TS-TYPE-NARROW'?
            TS-ORM-XML    | Counted. | TS-ORM-XML cannot be accepted by an annotation: it is silenced for the whole project, or not at all.
            TS-NO-ID      | Counted. | TS-NO-ID cannot be accepted: what it says must be mended.
            TS-TYPE-NARROW| ' '      | Nobody who reviews the change learns why TS-TYPE-NARROW does not matter here.
            """)
    void aMeaninglessOneIsAnErrorAtItsPlace(String tag, String reason, String text) {
        List<Finding> findings =
                check("", accept(tag, reason, "app.Author.name")).findings();

        assertThat(findings).extracting(Finding::tag).containsExactly(Tag.TYPE_NARROW, Tag.INVALID_VALUE);
        assertThat(findings.get(1).text()).isEqualTo(text);
        assertThat(findings.get(1).isError()).isTrue();
        assertThat(findings.get(1).place().path()).isEqualTo("app.Author.name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TS-RENAME-COMPAT=error   | TS-RENAME-COMPAT ERROR
            TS-RENAME-COMPAT=note    | TS-RENAME-COMPAT NOTE
            ''                       | TS-RENAME-COMPAT WARNING
            TS-RENAME-COMPAT=off     | none
            """)
    void theProjectSaysHowMuchAFindingWeighs(String lint, String expected) {
        List<Finding> findings = Lint.check(List.of(renaming()), options(lint), List.of(), Set.of(), true)
                .findings();

        assertThat(
                        findings.isEmpty()
                                ? "none"
                                : findings.get(0).tag() + " " + findings.get(0).severity())
                .isEqualTo(expected);
    }

    @Test
    void whatIsOffNeedsNoConsentAndLeavesNone() {
        Lint.Result result = Lint.check(
                List.of(renaming()),
                options("TS-RENAME-COMPAT=off"),
                List.of(accept("TS-RENAME-COMPAT", "Nobody reads it.", "app.Author.name")),
                Set.of(),
                true);

        assertThat(result.findings()).isEmpty();
        assertThat(result.consents()).isEmpty();
    }

    @Test
    void findingsOfOtherStagesAreWeighedToo() {
        Finding done = Finding.of(Tag.HINT_DONE, SourceRef.NONE, "Done.", "");
        Finding lost = Finding.of(Tag.DROP_TABLE, SourceRef.NONE, "Lost.", "");

        assertThat(options("TS-HINT-DONE=off").weigh(List.of(done, lost))).containsExactly(lost);
        assertThat(options("TS-HINT-DONE=warning").weigh(List.of(done)))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TS-TYPE-REWRIT=error  | -Aturnstone.lint has no tag 'TS-TYPE-REWRIT'. Did you mean 'TS-TYPE-REWRITE'?
            TS-TYPE-REWRITE=eror  | -Aturnstone.lint has no level 'eror'. Did you mean 'error'?
            TS-TYPE-REWRITE       | -Aturnstone.lint has no level ''.
            TS-TYPE-NARROW=note   | TS-TYPE-NARROW cannot be set for a whole project: rows are at stake, so each change needs a consent of its own.
            TS-NO-ID=off          | TS-NO-ID cannot be set for a whole project: nothing works before it is mended.
            """)
    void anImpossibleOptionIsAnError(String lint, String text) {
        List<Finding> findings = new ArrayList<>();
        LintOptions.parse(Optional.of(lint), Optional.empty(), findings);

        assertThat(findings).extracting(Finding::text).containsExactly(text);
        assertThat(findings.get(0).tag()).isEqualTo(Tag.OPTION);
    }

    @Test
    void severalRulesAndAPatternAreRead() {
        List<Finding> findings = new ArrayList<>();
        LintOptions options =
                LintOptions.parse(Optional.of("TS-FK-INDEX=off, TS-CHAR=warning"), Optional.of("[a-z]+"), findings);

        assertThat(findings).isEmpty();
        assertThat(options.level(Tag.FK_INDEX)).isEqualTo(Level.OFF);
        assertThat(options.level(Tag.CHAR)).isEqualTo(Level.WARNING);
        assertThat(options.level(Tag.JSON)).isEqualTo(Level.OFF);
        assertThat(options.names().orElseThrow().pattern()).isEqualTo("[a-z]+");
        LintOptions.parse(Optional.empty(), Optional.of("[a-z"), findings);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith(
                                "-Aturnstone.lint.names cannot have the value '[a-z', which is no regular expression"));
    }

    private static LintOptions options(String lint) {
        List<Finding> findings = new ArrayList<>();
        LintOptions options =
                LintOptions.parse(Optional.of(lint).filter(text -> !text.isEmpty()), Optional.empty(), findings);
        assertThat(findings).isEmpty();
        return options;
    }

    private static Accept accept(String tag, String reason, String place) {
        return new Accept(tag, reason, SourceRef.named(place), false);
    }

    private static Lint.Result check(String lint, Accept accept) {
        // The same annotation may be read on several ways.
        return Lint.check(List.of(context()), options(lint), List.of(accept, accept), Set.of(), true);
    }

    /** A column that becomes shorter, and one that is new. */
    private static LintContext context() {
        Changes changes = new Changes();
        changes.table("author").alterColumn(column("name", text()), column("name", varchar(40)));
        changes.table("author").addColumn(column("age", integer()));
        return context(changes);
    }

    private static LintContext renaming() {
        Changes changes = new Changes();
        changes.table("author").renameColumn("nick", "name");
        return context(changes);
    }

    private static LintContext context(Changes changes) {
        return new LintContext(
                Schema.EMPTY,
                changes.operations(),
                Schema.EMPTY,
                declared(Map.of(DeclaredSchema.key(AUTHOR, "name"), SourceRef.named("app.Author.name"))),
                List.of(Dialects.load(LintTest.class.getClassLoader())
                        .named("h2")
                        .orElseThrow()));
    }

    private static DeclaredSchema declared(Map<String, SourceRef> places) {
        return new DeclaredSchema(Schema.EMPTY, Mapping.EMPTY, Set.of(), List.of(), List.of(), places);
    }
}
