package dev.turnstone.servers;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.sqlite.SQLiteDataSource;

/** Databases that are a part of the process that uses them. */
final class Embedded {

    private Embedded() {}

    static FreshDatabase h2InMemory() {
        return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", () -> {});
    }

    static FreshDatabase h2InFile() {
        Path folder = Folders.temporary("h2");
        // H2 hands commits to the operating system up to half a second late, and a killed process loses those.
        String url = "jdbc:h2:file:" + folder.resolve("test") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
        return h2(url, () -> Command.run("rm", "-rf", folder.toString()));
    }

    private static FreshDatabase h2(String url, Runnable delete) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        return new FreshDatabase("h2", url + ";USER=sa;PASSWORD=", "sa", source, source, Optional.empty(), () -> {
            FreshDatabase.execute(source, "SHUTDOWN IMMEDIATELY");
            delete.run();
        });
    }

    static FreshDatabase sqlite() {
        Path folder = Folders.temporary("sqlite");
        SQLiteDataSource source = new SQLiteDataSource();
        // What a killed process has written is in the hands of the operating system.
        source.setUrl("jdbc:sqlite:" + folder.resolve("test.db") + "?synchronous=OFF");
        return new FreshDatabase(
                "sqlite",
                source.getUrl(),
                "",
                source,
                source,
                Optional.empty(),
                () -> Command.run("rm", "-rf", folder.toString()));
    }
}
