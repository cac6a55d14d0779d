package dev.turnstone.engine;

import dev.turnstone.dialect.Sessions;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who is at work, for people who read it in a table. */
final class Who {

    private static final int LONGEST = 200;
    private static final String HOST = host();

    private Who() {}

    static String user() {
        return shortened(System.getProperty("user.name", "unknown") + "@" + HOST);
    }

    static String process() {
        return shortened(user() + ", process " + ProcessHandle.current().pid());
    }

    /** This process, for databases that know no sessions. */
    static String identity() {
        return identity(ProcessHandle.current());
    }

    private static String identity(ProcessHandle process) {
        String start = process.info()
                .startInstant()
                .map(instant -> Long.toString(instant.toEpochMilli()))
                .orElse("");
        return shortened(process.pid() + "@" + start + "@" + HOST);
    }

    /** What is known of a process by its identity; only those of this host can be seen. */
    static Sessions.Life life(String identity) {
        String[] parts = String.valueOf(identity).split("@", 3);
        if (parts.length < 3 || !parts[2].equals(HOST) || !parts[0].matches("\\d{1,18}")) {
            return Sessions.Life.UNKNOWN;
        }
        boolean there = ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> identity(process).equals(identity))
                .isPresent();
        return there ? Sessions.Life.UNKNOWN : Sessions.Life.GONE;
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
