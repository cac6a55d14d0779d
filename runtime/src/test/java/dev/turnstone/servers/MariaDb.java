package dev.turnstone.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The MariaDB server of this test JVM, from the programs of the operating system. */
public final class MariaDb {

    private static final Lazy<Server> SERVER = new Lazy<>(MariaDb::start);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private MariaDb() {}

    /**
     * The server, started when it is asked for the first time.
     *
     * @return the same for the whole JVM
     */
    public static Server server() {
        return SERVER.get();
    }

    /**
     * Makes an empty database with a user of its own, who may do everything in it and nothing elsewhere.
     *
     * @return the database
     */
    public static FreshDatabase fresh() {
        return create(server());
    }

    static FreshDatabase create(Server server) {
        String name = "test" + COUNT.incrementAndGet();
        try {
            FreshDatabase.execute(
                    administration(server.port()),
                    "CREATE DATABASE " + name,
                    "CREATE USER " + name + "@'%' IDENTIFIED BY '" + name + "'",
                    "GRANT ALL ON " + name + ".* TO " + name + "@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return through(server, name);
    }

    /** A database that exists, seen through this server. */
    static FreshDatabase through(Server server, String name) {
        String url = url(server.port(), name, name, name);
        return new FreshDatabase(
                "mariadb",
                url,
                name,
                connecting(url),
                connecting(url(server.port(), name, "root", "")),
                Optional.of(server),
                () -> FreshDatabase.execute(
                        administration(server.port()),
                        "KILL CONNECTION USER " + name,
                        "DROP DATABASE IF EXISTS " + name,
                        "DROP USER IF EXISTS " + name + "@'%'"));
    }

    /** Connects as root to no database in particular. */
    static DataSource administration(int port) {
        return connecting(url(port, "", "root", ""));
    }

    private static String url(int port, String database, String user, String password) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + password;
    }

    private static DataSource connecting(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Server start() {
        List<String> programs = Programs.find("mariadbd", "mariadb-install-db");
        Path data = emptyData(programs);
        Path folder = Folders.temporaryWithData("mariadb", data);
        int port = Folders.freePort();
        List<String> command = Command.notAsRoot();
        command.addAll(List.of(
                programs.get(0),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                // A server that starts deletes all temporary tables that it finds, those of other servers too.
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=64M",
                // A commit is in the hands of the operating system: a killed server keeps it, and no disk is waited
                // for.
                "--innodb-flush-log-at-trx-commit=2",
                // Shows who holds which lock.
                "--plugin-load-add=metadata_lock_info"));
        return new Server("MariaDB", folder, port, "KILL", administration(port), command);
    }

    /** A data folder without databases, to be copied. */
    static Path emptyData(List<String> programs) {
        try {
            Path server = Path.of(programs.get(0));
            String version = "mariadb-" + Files.size(server) + "-"
                    + Files.getLastModifiedTime(server).toMillis();
            return Folders.cached(
                    version,
                    folder -> Command.run(
                            programs.get(1),
                            "--no-defaults",
                            "--datadir=" + folder,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db",
                            "--user=" + System.getProperty("user.name"),
                            "--innodb-log-file-size=16M"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
