package dev.turnstone.processor.history;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the files of one folder; each message names the folder's last part and the file. */
final class Findings {

    static final String RESTORE = "Restore it from version control. To change the schema once more, change the entities"
            + " and save another migration.";

    private final Path dir;
    private final List<Finding> all = new ArrayList<>();

    Findings(Path dir) {
        this.dir = dir;
    }

    /** How messages name a file: not by its absolute path, which differs from machine to machine. */
    String named(String file) {
        Path folder = dir.getFileName();
        return (folder == null ? "" : folder + "/") + Shown.text(file);
    }

    void add(Tag tag, String file, String text, String fix) {
        all.add(Finding.of(tag, SourceRef.named(Shown.text(file)), text, fix));
    }

    /** A migration is written before the snapshot, and files go last; whoever is killed in between leaves this. */
    void addInterrupted(String file, String text) {
        all.add(new Finding(
                Tag.SNAPSHOT,
                Severity.NOTE,
                SourceRef.named(file),
                text + " The compile goes on with what the migrations say.",
                "Restore the folder from version control, or compile with -Aturnstone.save=true to put it in order."));
    }

    void add(Finding finding) {
        all.add(finding);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    static Finding directory(Path dir, String text, String fix) {
        return Finding.of(Tag.DIRECTORY, SourceRef.named(dir.toString()), text, fix);
    }
}
