package dev.turnstone.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL server of this test JVM. Its programs are a test dependency: {@code turnstone.postgresql} in the pom. */
public final class PostgreSql {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Lazy<Server> SERVER = new Lazy<>(PostgreSql::start);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private PostgreSql() {}

    /**
     * The server, started when it is asked for the first time.
     *
     * @return the same for the whole JVM
     */
    public static Server server() {
        return SERVER.get();
    }

    /**
     * Makes an empty database with an owner of its own.
     *
     * @return the database
     */
    public static FreshDatabase fresh() {
        Server server = server();
        String name = "test" + COUNT.incrementAndGet();
        DataSource maintenance = connecting(url(server.port(), "postgres", "postgres"));
        String url = url(server.port(), name, name);
        try {
            FreshDatabase.execute(
                    maintenance,
                    "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'",
                    "CREATE DATABASE " + name + " OWNER " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new FreshDatabase(
                "postgresql",
                url,
                name,
                connecting(url),
                connecting(url(server.port(), name, "postgres")),
                Optional.of(server),
                () -> FreshDatabase.execute(
                        maintenance,
                        "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                        "DROP ROLE IF EXISTS " + name));
    }

    static String url(int port, String database, String user) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + user;
    }

    static DataSource connecting(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    private static Server start() {
        URL archive = PostgreSql.class.getResource(ARCHIVE);
        if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
            throw Unavailable.because("PostgreSQL: the test dependencies hold its programs for Linux on x86-64 only.");
        }
        String version = version(archive);
        Path programs = Folders.cached(version, folder -> unpack(archive, folder));
        Path data = Folders.cached(
                version + "-data",
                folder -> Command.run(program(
                        programs,
                        "initdb",
                        "-D",
                        folder.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync")));
        Path folder = Folders.temporaryWithData("postgresql", data);
        int port = Folders.freePort();
        // Without fsync a commit is in the hands of the operating system: a killed server keeps it.
        List<String> command = program(
                programs,
                "postgres",
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        return new Server("PostgreSQL", folder, port, "QUIT", connecting(url(port, "postgres", "postgres")), command);
    }

    /** The name of the jar with the programs, which holds their version. */
    private static String version(URL archive) {
        try {
            Path jar = Path.of(
                    ((JarURLConnection) archive.openConnection()).getJarFile().getName());
            return jar.getFileName().toString().replace(".jar", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try (InputStream input = new XZInputStream(archive.openStream());
                OutputStream output = tar.getOutputStream()) {
            input.transferTo(output);
        }
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("tar cannot unpack " + archive);
        }
    }

    private static List<String> program(Path programs, String name, String... arguments) {
        List<String> command = Command.notAsRoot();
        command.add(programs.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
