package dev.turnstone.processor.history;

import java.util.List;
import java.util.regex.Pattern;

/** The marks that a version control system leaves in a file that both sides changed. */
final class MergeMarkers {

    private static final Pattern MARK = Pattern.compile("(?m)^(<<<<<<< |=======$|>>>>>>> |\\|\\|\\|\\|\\|\\|\\| )");

    private MergeMarkers() {}

    static boolean isIn(String text) {
        return MARK.matcher(text).find();
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
