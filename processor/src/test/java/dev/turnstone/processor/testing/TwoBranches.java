package dev.turnstone.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two branches did since they parted, and what must come of it when they are brought into one line. */
public final class TwoBranches {

    /** One branch: where it is, which facts it changed on its way, and which it needed for that. */
    private static final class Branch {
        private Facts now;
        private final Set<String> written = new TreeSet<>();
        private final Set<String> needed = new TreeSet<>();
        /** Every value that a fact ever had. */
        private final Set<Map.Entry<String, String>> past = new HashSet<>();

        Branch(Facts start) {
            now = start;
        }

        void go(Facts next, List<Operation> operations) {
            needed.addAll(now.spoken(operations));
            needed.addAll(next.spoken(operations));
            Stream.concat(now.values().keySet().stream(), next.values().keySet().stream())
                    .filter(fact -> !Objects.equals(value(now, fact), value(next, fact)))
                    .forEach(fact -> {
                        written.add(fact);
                        needed.addAll(now.needs(fact));
                        needed.addAll(next.needs(fact));
                    });
            now = next;
            past.addAll(next.values().entrySet());
        }

        boolean had(String fact, String value) {
            return value != null && past.contains(Map.entry(fact, value));
        }
    }

    private final Facts base;
    private final Branch ours;
    private final Branch theirs;

    /**
     * Begins where the branches part.
     *
     * @param schema the schema there
     * @param mapping the classes and fields behind it
     */
    public TwoBranches(Schema schema, Mapping mapping) {
        this.base = Facts.of(schema, mapping, List.of());
        this.ours = new Branch(this.base);
        this.theirs = new Branch(this.base);
    }

    /** Our branch saved something; the operations are all since the branches parted. */
    public void ours(Schema schema, Mapping mapping, List<Operation> operations) {
        ours.go(Facts.of(schema, mapping, operations), operations);
    }

    /** The other branch saved something; the operations are all since the branches parted. */
    public void theirs(Schema schema, Mapping mapping, List<Operation> operations) {
        theirs.go(Facts.of(schema, mapping, operations), operations);
    }

    /** A conflict was reported: both must have touched the same. */
    public void assertConflict(List<String> reported) {
        assertThat(meetings()).as("what both touch, for " + reported).isNotEmpty();
    }

    private Set<String> meetings() {
        Set<String> ourTouch = new TreeSet<>(ours.written);
        ourTouch.addAll(ours.needed);
        ourTouch.retainAll(theirs.written);
        Set<String> theirTouch = new TreeSet<>(theirs.needed);
        theirTouch.retainAll(ours.written);
        ourTouch.addAll(theirTouch);
        return ourTouch;
    }

    /**
     * No conflict was reported: there must be none, and what either branch did must be there.
     *
     * @param schema where the one line leads
     * @param operations the one line since the branches parted
     */
    public void assertMerged(Schema schema, List<Operation> operations) {
        assertThat(clashes(ours, theirs)).as("conflicts that were not reported").isEmpty();
        assertThat(clashes(theirs, ours)).as("conflicts that were not reported").isEmpty();
        Facts merged = Facts.of(schema, this::owner, operations);
        Set<String> all = new TreeSet<>(merged.values().keySet());
        Stream.of(base, ours.now, theirs.now)
                .forEach(each -> all.addAll(each.values().keySet()));
        for (String fact : all) {
            List<String> allowed = allowed(fact);
            assertThat(allowed)
                    .as(
                            fact + ": was %s, ours %s, theirs %s",
                            value(base, fact),
                            value(ours.now, fact),
                            value(theirs.now, fact))
                    .contains(value(merged, fact));
        }
    }

    /** Whose a name is now; what the history says of that is not asked. */
    private String owner(String taken) {
        return Stream.of(ours, theirs)
                .filter(branch -> branch.written.contains(taken))
                .map(branch -> value(branch.now, taken))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> value(base, taken));
    }

    /** The values that a fact may have where both are in one line; null where it may be none. */
    private List<String> allowed(String fact) {
        String our = value(ours.now, fact);
        String their = value(theirs.now, fact);
        List<String> allowed = new ArrayList<>();
        if (ours.written.contains(fact) || !theirs.written.contains(fact)) {
            allowed.add(our);
        }
        if (theirs.written.contains(fact) || isUndermined(ours, fact, theirs)) {
            allowed.add(their);
        }
        if (isUndermined(theirs, fact, ours)) {
            allowed.add(our);
        }
        if (fact.startsWith(Facts.TAKEN)
                && Stream.of(value(base, fact), our, their).anyMatch(this::isTouchedByBoth)) {
            allowed.addAll(Arrays.asList(our, their));
            allowed.addAll(redefined(our, theirs));
            allowed.addAll(redefined(their, ours));
        }
        if (fact.startsWith(Facts.PART) && our != null && their != null) {
            allowed.add(Stream.of(our, their)
                    .flatMap(String::lines)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("\n")));
            allowed.add(name(our) + definition(their));
            allowed.add(name(their) + definition(our));
        } else if (fact.startsWith(Facts.PART)) {
            allowed.addAll(renamed(our, theirs));
            allowed.addAll(renamed(their, ours));
        }
        return allowed;
    }

    /** A new definition of a part that the other branch gave another name. */
    private List<String> renamed(String part, Branch other) {
        return part == null
                ? List.of()
                : base.values().entrySet().stream()
                        .filter(old -> old.getKey().startsWith(Facts.PART)
                                && name(old.getValue()).equals(name(part)))
                        .map(old -> value(other.now, old.getKey()))
                        .filter(Objects::nonNull)
                        .map(now -> name(now) + definition(part))
                        .toList();
    }

    /** What the other branch gave the name that a part had at the beginning. */
    private List<String> redefined(String part, Branch other) {
        String was = part == null ? null : value(base, part);
        return was == null
                ? List.of()
                : other.now.values().entrySet().stream()
                        .filter(now -> now.getKey().startsWith(Facts.PART)
                                && name(now.getValue()).equals(name(was)))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private boolean isTouchedByBoth(String fact) {
        return fact != null && ours.written.contains(fact) && theirs.written.contains(fact);
    }

    /** Whether one branch changed a fact, and the other one what that needs. */
    private static boolean isUndermined(Branch one, String fact, Branch other) {
        return one.written.contains(fact) && one.now.needs(fact).stream().anyMatch(other.written::contains);
    }

    /** What one branch wants and the other does not let it have. */
    private List<String> clashes(Branch one, Branch other) {
        List<String> clashes = new ArrayList<>();
        for (String fact : one.written) {
            String was = value(base, fact);
            String mine = value(one.now, fact);
            String its = value(other.now, fact);
            boolean bothChanged = !Objects.equals(mine, was) && !Objects.equals(its, was) && !Objects.equals(mine, its);
            boolean mayGo = fact.startsWith(Facts.PART) || fact.startsWith(Facts.TAKEN) || fact.startsWith("unique");
            boolean wentOn = one.had(fact, its) || other.had(fact, mine);
            if (bothChanged && !wentOn && (!mayGo || (mine != null && its != null && !isMergeable(fact, was, mine, its)))) {
                clashes.add(fact + ": was " + was + ", is " + mine + " and " + its);
            } else if (was == null && mine != null && !isOldPart(mine)) {
                one.now.needs(fact).stream()
                        .filter(need -> value(base, need) != null && value(other.now, need) == null)
                        .forEach(need -> clashes.add(fact + " needs " + need + ", which the other branch removed"));
            }
        }
        return clashes;
    }

    /** A part that only has another name may go together with what it needs. */
    private boolean isOldPart(String part) {
        return part.startsWith(Facts.PART) && value(base, part) != null;
    }

    /** Two that are new stand side by side; a new name goes with a new definition. */
    private static boolean isMergeable(String fact, String was, String mine, String its) {
        return fact.startsWith(Facts.PART)
                && (was == null
                        || name(was).equals(name(mine))
                        || name(was).equals(name(its))
                        || definition(was).equals(definition(mine))
                        || definition(was).equals(definition(its)));
    }

    private static String name(String part) {
        return part.substring(0, part.indexOf(':'));
    }

    private static String definition(String part) {
        return part.substring(part.indexOf(':'));
    }

    private static String value(Facts facts, String fact) {
        return facts.values().get(fact);
    }
}
