package dev.turnstone.processor.diff;

import dev.turnstone.processor.finding.SourceRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Things of one kind in the snapshot and in the source: all tables, or the columns of one table.
 *
 * @param <N> the kind of name
 */
interface Generations<N> {

    /** How names are compared. */
    Comparator<? super N> order();

    /** The names in the snapshot. */
    Collection<N> before();

    /** The names in the source. */
    Collection<N> after();

    /** What {@code @RenamedFrom} says of a declared thing; empty for nothing. */
    String hint(N after);

    /** Whether the hint of a declared thing was in the source already when the snapshot was saved. */
    boolean isSaved(N after);

    /** What the hint of a declared thing means in the snapshot. */
    Optional<N> hinted(N after);

    /** What the same class or field stood for in the snapshot, if that may be renamed without asking. */
    Optional<N> sameSource(N after);

    /** Whether what a hint names existed once, and has gone. */
    boolean isPast(N after);

    /** Where a declared thing is declared. */
    SourceRef place(N after);

    /** What to call a thing in a message. */
    String describe(N name);

    /** A name as it stands in a hint. */
    String written(N name);
}
