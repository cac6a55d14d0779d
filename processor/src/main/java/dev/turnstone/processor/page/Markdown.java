package dev.turnstone.processor.page;

import java.util.regex.Pattern;

/** Texts that anyone may have written, so that a page shows them as they are. */
final class Markdown {

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{C}\\p{Z}]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&$-]");

    private Markdown() {}

    /** A text of one line, in which nothing is markup. */
    static String text(String text) {
        return SPECIAL.matcher(line(text)).replaceAll("\\\\$0");
    }

    /** A text of one line as code; its fence is longer than any in the text. */
    static String code(String text) {
        String line = line(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    private static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
