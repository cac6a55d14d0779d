package dev.turnstone.processor.lint;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.finding.Tag.Freedom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the source agrees to by {@code @Accept}: each is about one tag at one element. */
final class Accepts {

    private record Key(String tag, String path) {}

    private final Map<Key, Accept> byElement = new HashMap<>();
    private final Set<Accept> idle = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();

    /** Judges what is written; the same one may be met on several ways. */
    Accepts(Collection<Accept> written) {
        for (Accept accept : new LinkedHashSet<>(written)) {
            if (isMeaningful(accept)) {
                Key key = new Key(
                        accept.tag(), accept.onPackage() ? "" : accept.place().path());
                byElement.putIfAbsent(key, accept);
                if (!accept.tag().equals(Tag.SQUASH_BARRIER.toString())) { // waits for a squash, if need be for years
                    idle.add(accept);
                }
            }
        }
    }

    /** Whether the source agrees to a remark. What is said of no element in particular may be agreed to by any package. */
    boolean cover(Remark remark) {
        Accept accept =
                byElement.get(new Key(remark.tag().toString(), remark.place().path()));
        if (accept != null) {
            idle.remove(accept);
        }
        return accept != null;
    }

    /** Keeps the reason with the migration. */
    void consent(Remark remark) {
        Accept accept =
                byElement.get(new Key(remark.tag().toString(), remark.place().path()));
        consents.add(new Consent(accept.tag(), remark.subject(), accept.reason()));
    }

    List<Consent> consents() {
        return consents;
    }

    /** What is wrong with those that are written. */
    List<Finding> findings() {
        return findings;
    }

    /** One note for each that covered nothing. */
    List<Finding> idle() {
        return idle.stream()
                .map(accept -> Finding.of(
                        Tag.ACCEPT_DONE,
                        accept.place(),
                        "There is nothing at this element that @Accept(\"" + accept.tag()
                                + "\") would be about, or it is" + " saved already.",
                        "It can go from the source."))
                .toList();
    }

    private boolean isMeaningful(Accept accept) {
        Tag tag = Tag.named(accept.tag()).orElse(null);
        if (tag == null) {
            invalid(
                    accept.place(),
                    "There is no tag '" + accept.tag() + "'." + Suggestion.didYouMean(accept.tag(), Tag.acceptable()),
                    "Write the one that the message begins with: one of " + String.join(", ", Tag.acceptable()) + ".");
        } else if (tag.freedom() == Freedom.OPTION) {
            invalid(
                    accept.place(),
                    tag + " cannot be accepted by an annotation: it is silenced for the whole project, or not at all.",
                    "Instead of this: -Aturnstone.lint=" + tag + "=off");
        } else if (tag.freedom() == Freedom.NONE) {
            invalid(
                    accept.place(),
                    tag + " cannot be accepted: what it says must be mended.",
                    tag == Tag.DROP_COLUMN || tag == Tag.DROP_TABLE
                            ? "@Dropped names what may be lost."
                            : "Take this @Accept away, and do what the message says.");
        } else if (accept.reason().isBlank()) {
            invalid(
                    accept.place(),
                    "Nobody who reviews the change learns why " + tag + " does not matter here.",
                    "reason = \"<a sentence that says why>\"");
        } else {
            return true;
        }
        return false;
    }

    private void invalid(SourceRef place, String text, String fix) {
        findings.add(Finding.of(Tag.INVALID_VALUE, place, text, fix));
    }
}
