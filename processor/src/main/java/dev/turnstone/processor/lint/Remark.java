package dev.turnstone.processor.lint;

import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.TableName;

/**
 * What a check has to say; how much it weighs, and whether the source agreed to it already, is decided by others.
 *
 * @param tag what kind of finding it is
 * @param subject what it is about, such as {@code author.age}
 * @param place where in the source it belongs
 * @param text what is wrong, and why it matters
 * @param fix what to do about it; empty if nothing is to be done
 */
record Remark(Tag tag, String subject, SourceRef place, String text, String fix) {

    /** The name of a column, a constraint or an index as a subject. */
    static String subject(TableName table, String part) {
        return table + "." + part;
    }

    /** The annotation that silences findings of a kind, to be completed by the user. */
    static String accept(Tag tag) {
        return "@Accept(value = \"" + tag + "\", reason = \"...\")";
    }

    /** Whether the source agreed to this very thing before. */
    boolean isCoveredBy(Consent consent) {
        return consent.tag().equals(tag.toString()) && consent.subject().equals(subject);
    }

    Finding finding(Severity severity) {
        return new Finding(tag, severity, place, text, fix);
    }
}
