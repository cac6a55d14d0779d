package dev.turnstone.processor.history;

/** Text from a file as it may stand in a message: on one line, of bearable length, with nothing invisible. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    static String text(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}]", "?");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "...";
    }
}
