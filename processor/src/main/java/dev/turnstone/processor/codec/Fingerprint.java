package dev.turnstone.processor.codec;

import dev.turnstone.operation.Operation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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
        Bytes out = new Bytes();
        write(parent, out);
        write(operations.stream().map(OperationCodec::encode).toList(), out);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(out.bytes, 0, out.size);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Each value begins with its kind and its length, so that no two trees give the same bytes. */
    private static void write(Object value, Bytes out) {
        if (value instanceof String text) {
            out.begin('s', text.length());
            // UTF-8 would turn each lone surrogate into the same question mark.
            for (int i = 0; i < text.length(); i++) {
                out.add(text.charAt(i) >> 8);
                out.add(text.charAt(i));
            }
        } else if (value instanceof Boolean flag) {
            out.add(flag ? 't' : 'f');
        } else if (value instanceof List<?> list) {
            out.begin('l', list.size());
            for (Object each : list) {
                write(each, out);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.begin('m', map.size());
            Object[] names = map.keySet().toArray();
            Arrays.sort(names);
            for (Object name : names) {
                write(name, out);
                write(map.get(name), out);
            }
        } else {
            throw new IllegalStateException("A tree has no such value: " + value);
        }
    }

    /** Bytes in memory; the streams of the platform take a lock for each. */
    private static final class Bytes {

        private byte[] bytes = new byte[1024];
        private int size;

        private void begin(char kind, int length) {
            add(kind);
            for (int shift = 24; shift >= 0; shift -= 8) {
                add(length >> shift);
            }
        }

        private void add(int low) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
            }
            bytes[size++] = (byte) low;
        }
    }
}
