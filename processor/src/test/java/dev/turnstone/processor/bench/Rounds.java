package dev.turnstone.processor.bench;

import dev.turnstone.processor.bench.JavacChild.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures contenders in turn, so that a busy minute of the machine hits all of them. */
final class Rounds {

    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    /** Measures each contender once in each round. */
    Rounds(Map<String, Compilation> contenders, int rounds, Path scratch) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                costs.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                        .add(contender.getValue().run(scratch));
            }
        }
    }

    /** A contender's median. */
    Cost median(String contender) {
        return new Cost(median(contender, Cost::cpu), median(contender, Cost::wall));
    }

    /** The median CPU time of one contender less that of another. */
    double added(String contender, String base) {
        return median(contender).cpu() - median(base).cpu();
    }

    private double median(String contender, ToDoubleFunction<Cost> figure) {
        double[] sorted =
                costs.get(contender).stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
