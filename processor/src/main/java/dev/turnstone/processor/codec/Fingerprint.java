package dev.turnstone.processor.codec;

import dev.turnstone.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fingerprint of a migration: SHA-256 over its parent's fingerprint and its operations, 64 hexadecimal digits. */
public final class Fingerprint {

    /** The parent of the first migration of a history. */
    public static final String NONE = "0".repeat(64);

    private Fingerprint() {}

    /**
     * Computes a fingerprint. It never depends on SQL text, on time, or on the form of the file.
     *
     * @param parent the fingerprint of the migration before, or {@link #NONE}
     * @param operations what the migration does, in order
     * @return 64 hexadecimal digits, lower case
     */
    public static String of(String parent, List<Operation> operations) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            write(parent, out);
            write(operations.stream().map(OperationCodec::encode).toList(), out);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Each value begins with its kind and its length, so that no two trees give the same bytes. */
    private static void write(Object value, DataOutputStream out) throws IOException {
        if (value instanceof String text) {
            out.writeByte('s');
            out.writeInt(text.length());
            out.writeChars(text); // UTF-8 would turn each lone surrogate into the same question mark
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 't' : 'f');
        } else if (value instanceof List<?> list) {
            out.writeByte('l');
            out.writeInt(list.size());
            for (Object each : list) {
                write(each, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte('m');
            out.writeInt(map.size());
            for (Map.Entry<?, ?> member : new TreeMap<>(map).entrySet()) {
                write(member.getKey(), out);
                write(member.getValue(), out);
            }
        } else {
            throw new IllegalStateException("A tree has no such value: " + value);
        }
    }
}
