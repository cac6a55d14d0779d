package dev.turnstone.processor.declared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells apart names that would else be one. */
public final class NameHash {

    /** How many characters a hash has. */
    public static final int LENGTH = 8;

    private NameHash() {}

    /**
     * Stands for a text within a name.
     *
     * @param text any text
     * @return hexadecimal digits, lower case; the same for the same text
     */
    public static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
