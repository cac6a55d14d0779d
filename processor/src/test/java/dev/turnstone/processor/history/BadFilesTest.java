package dev.turnstone.processor.history;

import static dev.turnstone.processor.history.Histories.delete;
import static dev.turnstone.processor.history.Histories.files;
import static dev.turnstone.processor.history.Histories.messages;
import static dev.turnstone.processor.history.Histories.replace;
import static dev.turnstone.processor.history.Histories.saveAll;
import static dev.turnstone.processor.history.Histories.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Committed files are edited, merged and lost; each case has one message that says which file and what to do. */
class BadFilesTest {

    private static final String FIRST = "0001_initial.json";
    private static final String SECOND = "0002_add_email.json";
    private static final String THIRD = "0003_renames.json";
    private static final String SNAPSHOT = "schema.json";

    @TempDir
    Path temp;

    private Path dir;

    @BeforeEach
    void saveThree() {
        dir = temp.resolve("turnstone");
        saveAll(dir);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                arguments(
                        "broken JSON",
                        damage(dir -> replace(dir, SECOND, "\"saved\":", "\"saved\"")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 6, column "),
                arguments(
                        "cut off",
                        damage(dir -> write(dir, SECOND, files(dir).get(SECOND).substring(0, 300))),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line "),
                arguments(
                        "more after the end",
                        damage(dir -> write(dir, SECOND, files(dir).get(SECOND) + "{}")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line "),
                arguments(
                        "empty",
                        damage(dir -> write(dir, SECOND, "")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 1, column 1: the file ends"),
                arguments(
                        "a comment",
                        damage(dir -> write(dir, SECOND, "// hi\n" + files(dir).get(SECOND))),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 1, column "),
                arguments(
                        "a member twice",
                        damage(dir -> replace(dir, SECOND, "\"saved\":", "\"id\": \"x\",\n\"saved\":")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 6, column 7:"
                                + " the member \"id\" is there twice."),
                arguments(
                        "a number out of range",
                        damage(dir -> replace(dir, SECOND, "\"format\": 1", "\"format\": 1e99")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 2, column 17: there is a number"),
                arguments(
                        "null",
                        damage(dir -> replace(dir, SECOND, "\"format\": 1", "\"format\": null")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 2, column 17: there is a value"),
                arguments(
                        "nested 10,000 deep",
                        damage(dir -> write(dir, SECOND, "[".repeat(10_000) + "]".repeat(10_000))),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json cannot be read: line 1, column 52:"
                                + " it is nested more than 50 deep."),
                arguments(
                        "100 MB",
                        damage(BadFilesTest::grow),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json is larger than 16 MiB;"),
                arguments(
                        "no UTF-8",
                        damage(BadFilesTest::garble),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json is no text in UTF-8."),
                arguments(
                        "a folder",
                        damage(BadFilesTest::makeFolder),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json is no file, though it is named like one."),
                arguments(
                        "merge conflict",
                        damage(dir -> replace(
                                dir,
                                SECOND,
                                "  \"saved\"",
                                "<<<<<<< HEAD\n  \"saved\": \"a\",\n=======\n>>>>>>> other\n  \"saved\"")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json has the markers of a merge conflict: both sides saved"),
                arguments(
                        "newer format",
                        damage(dir -> replace(dir, SECOND, "\"format\": 1", "\"format\": 2")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json has another form than Turnstone writes, at $.format:"
                                + " A newer version of Turnstone wrote this file: format 2, not 1.\n"
                                + "  Fix: Use the version of Turnstone that wrote it, or a newer one."),
                arguments(
                        "no format",
                        damage(dir -> replace(dir, SECOND, "\"format\": 1,", "")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json has another form than Turnstone writes, at $:"
                                + " The member \"format\" is missing."),
                arguments(
                        "unknown member",
                        damage(dir -> replace(dir, SECOND, "\"saved\"", "\"author\": \"me\", \"saved\"")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json has another form than Turnstone writes, at $.author:"
                                + " This member is unknown here."),
                arguments(
                        "bad column",
                        damage(dir -> replace(dir, SECOND, "varchar(255)", "varchar(many)")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json has another form than Turnstone writes,"
                                + " at $.operations[0].column: 'varchar(many)' is no column type."),
                arguments(
                        "edited by hand",
                        damage(dir -> replace(dir, SECOND, "varchar(255)", "varchar(256)")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json was changed after it was saved"),
                arguments(
                        "another id",
                        damage(dir -> replace(dir, SECOND, "\"0002_add_email\"", "\"../../evil\"")),
                        "[TS-HISTORY-FILE] turnstone/0002_add_email.json holds the migration '../../evil'"),
                arguments(
                        "a name in upper case",
                        damage(dir -> write(dir, "0004_Evil.json", "{}")),
                        "[TS-HISTORY-FILE] turnstone/0004_Evil.json is no migration: a migration's file has a number"),
                arguments(
                        "a name with control characters",
                        damage(dir -> write(dir, "0004_\n\u001bevil.json", "{}")),
                        "[TS-HISTORY-FILE] turnstone/0004_??evil.json is no migration"),
                arguments(
                        "a stray file",
                        damage(dir -> write(dir, "notes.json", "{}")),
                        "[TS-HISTORY-FILE] turnstone/notes.json is no migration"),
                arguments(
                        "a lost file",
                        damage(dir -> delete(dir, SECOND)),
                        "[TS-HISTORY-CHAIN] turnstone/0003_renames.json follows 0002_add_email, and that file is not there."
                                + "\n  Fix: Restore turnstone/0002_add_email.json from version control."),
                arguments(
                        "the newest is lost",
                        damage(dir -> delete(dir, THIRD)),
                        "[TS-SNAPSHOT] turnstone/schema.json belongs to 0003_renames, but the newest migration is 0002_add_email."),
                arguments(
                        "no snapshot",
                        damage(dir -> delete(dir, SNAPSHOT)),
                        "[TS-SNAPSHOT] turnstone/schema.json is missing, but the newest migration is 0003_renames."),
                arguments(
                        "only the snapshot",
                        damage(dir -> List.of(FIRST, SECOND, THIRD).forEach(file -> delete(dir, file))),
                        "[TS-SNAPSHOT] turnstone/schema.json is there, but no migration is."),
                arguments(
                        "broken snapshot",
                        damage(dir -> write(dir, SNAPSHOT, "{")),
                        "[TS-SNAPSHOT] turnstone/schema.json cannot be read: line 1, column 2: the file ends too early."),
                arguments(
                        "merged snapshot",
                        damage(dir -> replace(dir, SNAPSHOT, "  \"head\"", "<<<<<<< HEAD\n  \"head\"")),
                        "[TS-SNAPSHOT] turnstone/schema.json has the markers of a merge conflict: both sides changed it"),
                arguments(
                        "snapshot with another column",
                        damage(dir -> replace(dir, SNAPSHOT, "varchar(255)", "varchar(9)")),
                        "[TS-SNAPSHOT] turnstone/schema.json is not what the migrations up to 0003_renames lead to: column"
                                + " writer.email is varchar(9) {not_null=true} in it, but varchar(255) {not_null=true} after"),
                arguments(
                        "snapshot with a column less",
                        damage(dir -> replace(
                                dir,
                                SNAPSHOT,
                                "{\"name\": \"email\", \"type\": \"varchar(255)\", \"not_null\": true},\n",
                                "")),
                        "[TS-SNAPSHOT] turnstone/schema.json is not what the migrations up to 0003_renames lead to:"
                                + " column writer.email is missing in it."),
                arguments(
                        "snapshot with another table",
                        damage(dir -> replace(dir, SNAPSHOT, "\"writer\"", "\"poet\"")),
                        "[TS-SNAPSHOT] turnstone/schema.json is not what the migrations up to 0003_renames lead to:"
                                + " table writer is missing in it; table poet is in it, but no migration makes it."),
                arguments(
                        "snapshot with a package that is code",
                        damage(dir -> replace(dir, SNAPSHOT, "com.acme.migrations", "x; import java.io.*")),
                        "[TS-SNAPSHOT] turnstone/schema.json has another form than Turnstone writes, at $.package"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void eachDamageHasOneMessage(String name, Consumer<Path> damage, String message) {
        damage.accept(dir);

        assertThat(messages(dir)).singleElement().asString().startsWith(message);
        assertThat(HistoryStore.load(dir).history()).isEmpty();
    }

    @Test
    void severalDamagesAreReportedTogether() {
        replace(dir, FIRST, "author_pk", "other_pk");
        write(dir, THIRD, "");
        write(dir, SNAPSHOT, "[]");

        assertThat(messages(dir)).hasSize(3);
    }

    @Test
    void otherFilesAreNobodysBusiness() {
        write(dir, "README.md", "our history");
        write(dir, ".schema.json.123.tmp", "half");

        assertThat(messages(dir)).isEmpty();
    }

    private static Consumer<Path> damage(Consumer<Path> damage) {
        return damage;
    }

    private static void grow(Path dir) {
        try (RandomAccessFile file = new RandomAccessFile(dir.resolve(SECOND).toFile(), "rw")) {
            file.setLength(100_000_000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void garble(Path dir) {
        try {
            Files.write(dir.resolve(SECOND), new byte[] {'"', (byte) 0xc3, '"'});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void makeFolder(Path dir) {
        delete(dir, SECOND);
        try {
            Files.createDirectory(dir.resolve(SECOND));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
