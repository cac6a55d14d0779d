package dev.turnstone.processor.history;

import dev.turnstone.processor.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What became of loading or saving a history.
 *
 * @param history the history; empty if a finding is an error
 * @param findings what is wrong with the files, or worth knowing
 */
public record HistoryResult(Optional<History> history, List<Finding> findings) {

    /** Copies the findings. */
    public HistoryResult {
        findings = List.copyOf(findings);
    }

    static HistoryResult of(History history) {
        return new HistoryResult(Optional.of(history), List.of());
    }

    /**
     * What could not be done.
     *
     * @param finding why
     * @return a result without a history
     */
    public static HistoryResult failed(Finding finding) {
        return new HistoryResult(Optional.empty(), List.of(finding));
    }
}
