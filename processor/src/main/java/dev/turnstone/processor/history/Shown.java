package dev.turnstone.processor.history;

/** Text from a file as it may stand in a message: on one line, of bearable length, with nothing invisible. */
final class Shown {

    private static final int LONGEST = 120;
    private static final int LONGEST_LINE = 600;

    private Shown() {}

    static String text(String text) {
        return text(text, LONGEST);
    }

    /** The same for what has a line of its own, as its end says why. */
    static String line(String text) {
        return text(text, LONGEST_LINE);
    }

    private static String text(String text, int longest) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}]", "?");
        return visible.length() <= longest ? visible : visible.substring(0, longest) + "...";
    }
}
