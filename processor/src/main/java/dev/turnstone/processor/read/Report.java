package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;

/** Collects what is wrong while one entity is read, and lets only usable texts through. */
final class Report {

    private final List<Finding> findings = new ArrayList<>();
    private boolean unresolved;

    void add(Tag tag, SourceRef place, String text, String fix) {
        findings.add(Finding.of(tag, place, text, fix));
    }

    void invalid(SourceRef place, String text, String fix) {
        add(Tag.INVALID_VALUE, place, text, fix);
    }

    /** Reports each annotation of Turnstone's on a member where none is about anything. */
    void own(Element member, String text, String fix) {
        new TreeMap<>(Mirror.byName(member)).forEach((name, mirror) -> {
            if (Vocabulary.isOwn(name) && !name.equals(Vocabulary.TRANSIENT)) {
                invalid(mirror.place(), text, fix);
            }
        });
    }

    /** Notes that something does not exist yet. */
    void unresolved() {
        unresolved = true;
    }

    boolean isUnresolved() {
        return unresolved;
    }

    List<Finding> findings() {
        return findings;
    }

    /** A name that the source gives: empty means that it gives none. */
    Optional<Placed<String>> name(Optional<Placed<String>> written) {
        return written.filter(name -> !name.value().isEmpty()).filter(this::isName);
    }

    /** Names that the source gives in a list, where none may be empty. */
    List<Placed<String>> names(List<Placed<String>> written) {
        return written.stream().filter(this::isName).toList();
    }

    /** A comment or another text that goes to the database. */
    Optional<Placed<String>> text(Optional<Placed<String>> written) {
        return written.filter(text -> {
            boolean storable = text.value().indexOf('\0') < 0 && isEncodable(text.value());
            if (!storable) {
                invalid(
                        text.place(),
                        "This text has a character that no database stores: NUL, or half of a surrogate pair.",
                        "Remove the character.");
            }
            return storable;
        });
    }

    private boolean isName(Placed<String> name) {
        boolean blank = name.value().isBlank();
        if (blank || name.value().chars().anyMatch(Character::isISOControl) || !isEncodable(name.value())) {
            invalid(
                    name.place(),
                    blank
                            ? "A name cannot be blank."
                            : "This name has a control character (such as a line end), which no table, column or"
                                    + " constraint can be found by.",
                    "Write a name, or leave the attribute out to have one derived.");
            return false;
        }
        return true;
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
