package dev.turnstone.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who is at work, for people who read it in a table. */
final class Who {

    private static final int LONGEST = 200;

    private Who() {}

    static String user() {
        return shortened(System.getProperty("user.name", "unknown") + "@" + host());
    }

    static String process() {
        return shortened(user() + ", process " + ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
