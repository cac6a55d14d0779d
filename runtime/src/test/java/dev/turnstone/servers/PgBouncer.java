package dev.turnstone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** PgBouncer in transaction pooling: each transaction of a client may get another session of the server. */
public final class PgBouncer implements AutoCloseable {

    private final Server server;
    private final String url;

    private PgBouncer(Server server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * Starts a pool in front of a database.
     *
     * @param database one of PostgreSQL
     * @param sessions how many sessions it opens at most
     * @return the running pool, to be closed before the database
     */
    public static PgBouncer inFrontOf(FreshDatabase database, int sessions) {
        List<String> command = Command.notAsRoot();
        command.addAll(Programs.find("pgbouncer"));
        Path folder = Folders.temporary("pgbouncer");
        Path configuration = folder.resolve("pgbouncer.ini");
        command.add(configuration.toString());
        int port = Folders.freePort();
        String user = database.user();
        try {
            Files.writeString(configuration, """
                    [databases]
                    %1$s = host=127.0.0.1 port=%2$d user=%1$s password=%1$s
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %3$d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    default_pool_size = %4$d
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(
                            user, database.server().orElseThrow().port(), port, sessions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = PostgreSql.url(port, user, user) + "&prepareThreshold=0";
        Server server = new Server("PgBouncer", folder, port, "KILL", PostgreSql.connecting(url), command);
        return new PgBouncer(server, url);
    }

    /**
     * Where the pool is.
     *
     * @return a URL with user and password; its option switches named prepared statements off, as the pool demands
     */
    public String url() {
        return url;
    }

    /**
     * Connects through the pool.
     *
     * @return opens a new connection to the pool each time
     */
    public DataSource dataSource() {
        return PostgreSql.connecting(url);
    }

    /** Ends the pool and its sessions. */
    @Override
    public void close() {
        server.close();
    }
}
