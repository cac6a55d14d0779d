package dev.turnstone.processor.fold;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The operations of some tables, to run before all others.
 *
 * @param chosen those of the tables, in order
 * @param rest the others, in order, under the names that they find then
 * @param obstacle what cannot be taken apart; the two lists are of no use then
 */
public record Selection(List<Operation> chosen, List<Operation> rest, Optional<Obstacle> obstacle) {

    /**
     * Two operations that must keep their order.
     *
     * @param chosen the one that was chosen
     * @param needed the one before it, which was not
     */
    public record Obstacle(Operation chosen, Operation needed) {}

    /** Copies the lists. */
    public Selection {
        chosen = List.copyOf(chosen);
        rest = List.copyOf(rest);
    }

    /**
     * Chooses the operations of some tables. Each operation belongs to one table, under whatever name.
     *
     * @param operations what happens, in order
     * @param tables the names of the tables, as they are before or after the operations, in any letter case
     * @return both parts
     */
    public static Selection of(List<Operation> operations, List<String> tables) {
        List<Set<String>> names = names(operations);
        Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(tables);
        List<Operation> chosen = new ArrayList<>();
        List<Operation> rest = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            if (names.get(i).stream().noneMatch(wanted::contains)) {
                rest.add(operations.get(i));
                continue;
            }
            Operation moved = operations.get(i);
            for (int at = rest.size() - 1; at >= 0; at--) {
                Optional<Swap> swap = Swap.of(rest.get(at), moved);
                if (swap.isEmpty()) {
                    return new Selection(chosen, rest, Optional.of(new Obstacle(operations.get(i), rest.get(at))));
                }
                moved = swap.get().first();
                rest.set(at, swap.get().second());
            }
            chosen.add(moved);
        }
        return new Selection(chosen, rest, Optional.empty());
    }

    /**
     * The tables that operations belong to.
     *
     * @param operations what happens, in order
     * @return for each operation all names that its table ever has; none for what a person wrote by hand
     */
    public static List<Set<String>> names(List<Operation> operations) {
        Map<TableName, Set<String>> current = new TreeMap<>();
        List<Set<String>> all = new ArrayList<>();
        for (Operation operation : operations) {
            Optional<TableName> found = OperationTable.foundBy(operation);
            if (found.isEmpty()) {
                all.add(Set.of());
                continue;
            }
            Set<String> names = current.computeIfAbsent(found.get(), table -> new TreeSet<>(Set.of(table.toString())));
            TableName left = OperationTable.leftBy(operation).orElseThrow();
            names.add(left.toString());
            current.remove(found.get());
            current.put(left, names);
            all.add(names);
        }
        return all;
    }
}
