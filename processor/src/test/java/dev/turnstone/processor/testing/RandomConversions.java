package dev.turnstone.processor.testing;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What a source may say of the values in columns that change. */
public final class RandomConversions {

    private RandomConversions() {}

    /**
     * Says of some columns how their values are converted, such that they stay what they are, and what NULLs become.
     *
     * @param operations a change
     * @param quote how a name is written in SQL
     * @param random the source of all choices
     * @return the change with conversions
     */
    public static List<Operation> in(List<Operation> operations, UnaryOperator<String> quote, Random random) {
        List<Operation> converting = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter && random.nextInt(100) < 60) {
                String using = random.nextInt(100) < 60 ? quote.apply(alter.to().name()) : "";
                operation = new AlterColumn(
                        alter.table(),
                        alter.from(),
                        alter.to(),
                        new Conversion(alter.to().defaultValue(), using),
                        new Conversion(alter.from().defaultValue(), using));
            }
            converting.add(operation);
        }
        return converting;
    }
}
