package dev.turnstone.processor.history;

import java.util.List;

/** The marks that a version control system leaves in a file that both sides changed. */
final class MergeMarkers {

    private static final List<String> MARKS = List.of("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ");

    private MergeMarkers() {}

    static boolean isIn(String text) {
        for (String mark : MARKS) {
            if (text.startsWith(mark) || text.contains("\n" + mark)) {
                return true;
            }
        }
        return false;
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
