package dev.turnstone.processor.codec;

import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns operations and tables into trees of maps, lists, strings and booleans, and back. The committed files are such
 * trees in JSON, and a fingerprint is taken over them, so the form of each kind is fixed for ever: a new member is left
 * out where it has its neutral value.
 */
public final class OperationCodec {

    private OperationCodec() {}

    /**
     * The tree of an operation.
     *
     * @param operation the operation
     * @return its members in the order of the form, {@code op} first
     */
    public static Map<String, Object> encode(Operation operation) {
        return operation.accept(new OperationEncoder());
    }

    /**
     * The tree of a table.
     *
     * @param table the table
     * @return its members in the order of the form, {@code table} first
     */
    public static Map<String, Object> encode(Table table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        SchemaEncoder.putTable(tree, table);
        return tree;
    }

    /**
     * The tree of a column.
     *
     * @param column the column
     * @return its members in the order of the form, {@code name} first
     */
    public static Map<String, Object> encode(Column column) {
        return SchemaEncoder.column(column);
    }

    /**
     * The tree of a sequence.
     *
     * @param sequence the sequence
     * @return its members in the order of the form, {@code name} first
     */
    public static Map<String, Object> encode(Sequence sequence) {
        return SchemaEncoder.sequence(sequence);
    }

    /**
     * The sequence of a tree.
     *
     * @param tree what {@link #encode(Sequence)} made, or a user edited
     * @param path where the tree stands, {@code $} for the root
     * @return the sequence
     * @throws InvalidTreeException if the tree has another form
     */
    public static Sequence decodeSequence(Object tree, String path) {
        return SchemaDecoder.sequence(tree, path);
    }

    /**
     * The operation of a tree.
     *
     * @param tree what {@link #encode(Operation)} made, or a user edited
     * @param path where the tree stands, {@code $} for the root
     * @return the operation
     * @throws InvalidTreeException if the tree has another form
     */
    public static Operation decodeOperation(Object tree, String path) {
        return TreeReader.read(tree, path, OperationDecoder::operation);
    }

    /**
     * The table of a tree.
     *
     * @param tree what {@link #encode(Table)} made, or a user edited
     * @param path where the tree stands, {@code $} for the root
     * @return the table
     * @throws InvalidTreeException if the tree has another form
     */
    public static Table decodeTable(Object tree, String path) {
        return TreeReader.read(tree, path, SchemaDecoder::table);
    }
}
