package dev.turnstone.processor.history;

import java.util.List;

/** The marks that a version control system leaves in a file that both sides changed. */
final class MergeMarkers {

    private static final List<String> MARKS = List.of("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ");

    private static final String FIRST = "<=>|";

    private MergeMarkers() {}

    static boolean isIn(String text) {
        for (int line = 0; line < text.length(); line = next(text, line)) {
            if (FIRST.indexOf(text.charAt(line)) >= 0) {
                for (String mark : MARKS) {
                    if (text.startsWith(mark, line)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int next(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }

    /** The file as either side has it, where both changed the same place: first one's own, then the one that was merged. */
    static List<String> sides(String text) {
        StringBuilder ours = new StringBuilder();
        StringBuilder theirs = new StringBuilder();
        boolean inOurs = true;
        boolean inTheirs = true;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("<<<<<<< ")) {
                inTheirs = false;
            } else if (line.startsWith("||||||| ")) {
                inOurs = false;
            } else if (line.equals("=======")) {
                inOurs = false;
                inTheirs = true;
            } else if (line.startsWith(">>>>>>> ")) {
                inOurs = true;
            } else {
                ours.append(inOurs ? line + "\n" : "");
                theirs.append(inTheirs ? line + "\n" : "");
            }
        }
        return List.of(ours.toString(), theirs.toString());
    }
}
