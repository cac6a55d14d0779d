package dev.turnstone.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Three MariaDB servers that hold the same data and write together: a Galera cluster. */
public final class Galera {

    private static final int NODES = 3;
    private static final String PROVIDER = "/usr/lib/galera/libgalera_smm.so";

    /** Gives 3 on a node that sees all others and has caught up with them. */
    private static final String WHOLE = """
            SELECT count(*) FROM information_schema.global_status WHERE (variable_name, variable_value)
            IN (('wsrep_cluster_size', '3'), ('wsrep_ready', 'ON'), ('wsrep_local_state_comment', 'Synced'))
            """;

    // What is added to a node's port to get its further ports.
    private static final int GROUP = 1;
    private static final int CATCHING_UP = 2;
    private static final int TRANSFER = 3;

    private static final Lazy<List<Server>> CLUSTER = new Lazy<>(Galera::start);

    private Galera() {}

    /**
     * The cluster, started when it is asked for the first time. A node that was killed rejoins by {@link Server#start()}.
     *
     * @return its three nodes
     */
    public static List<Server> nodes() {
        return CLUSTER.get();
    }

    /**
     * Makes an empty database.
     *
     * @return the same database seen through each of the three nodes; to close one is to drop it on all
     */
    public static List<FreshDatabase> fresh() {
        FreshDatabase first = MariaDb.create(nodes().get(0));
        List<FreshDatabase> views = nodes().stream()
                .map(node -> MariaDb.through(node, first.user()))
                .toList();
        awaitWhole();
        return views;
    }

    /** Waits until all three nodes are there, after one was killed or frozen, and each has what the others wrote. */
    public static void awaitWhole() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!nodes().stream().allMatch(node -> isWhole(MariaDb.administration(node.port())))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The cluster does not come together; see "
                        + nodes().stream().map(Server::log).toList());
            }
            Server.pause();
        }
    }

    private static boolean isWhole(DataSource node) {
        try (Connection connection = node.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wsrep_sync_wait = 1");
            try (ResultSet rows = statement.executeQuery(WHOLE)) {
                rows.next();
                return rows.getInt(1) == 3;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<Server> start() {
        List<String> programs = Programs.find("mariadbd", "mariadb-install-db", "rsync", "socat", "lsof");
        if (!Files.exists(Path.of(PROVIDER))) {
            throw Unavailable.because("Galera, whose package galera-4 is not installed here (no " + PROVIDER + ").");
        }
        Path data = memberData(programs);
        List<Integer> ports =
                Stream.generate(Folders::freePort).distinct().limit(NODES).toList();
        String members =
                ports.stream().map(port -> "127.0.0.1:" + (port + GROUP)).collect(Collectors.joining(","));
        List<Server> nodes = new ArrayList<>();
        for (int port : ports) {
            Path folder = Folders.temporaryWithData("galera", data);
            nodes.add(nodes.isEmpty() ? founder(programs, folder, port) : member(programs, folder, port, members));
            // Started again, the founder is to join the others and not to found another cluster.
            configure(folder, port, members);
        }
        return List.copyOf(nodes);
    }

    private static Server founder(List<String> programs, Path folder, int port) {
        return member(programs, folder, port, "");
    }

    private static Server member(List<String> programs, Path folder, int port, String members) {
        configure(folder, port, members);
        List<String> command = Command.notAsRoot();
        command.addAll(List.of(programs.get(0), "--defaults-file=" + folder.resolve("my.cnf")));
        return new Server("A Galera node", folder, port, "KILL", MariaDb.administration(port), command);
    }

    /**
     * The data of a member that left in peace. Copies of it have the same position in the cluster's history, so that new
     * members get the little that came since, and not everything: 3 seconds for each instead of 10.
     */
    private static Path memberData(List<String> programs) {
        Path empty = MariaDb.emptyData(programs);
        return Folders.cached(empty.getFileName() + "-galera", target -> {
            Path folder = Folders.temporaryWithData("galera", empty);
            Server founder = founder(programs, folder, Folders.freePort());
            founder.stop();
            Command.run("cp", "-R", "-p", folder.resolve("data") + "/.", target.toString());
            founder.close();
        });
    }

    private static void configure(Path folder, int port, String members) {
        String text = """
                [mysqld]
                datadir=%1$s/data
                tmpdir=%1$s
                socket=%1$s/socket
                pid-file=%1$s/pid
                port=%2$d
                bind-address=127.0.0.1
                skip-name-resolve
                character-set-server=utf8mb4
                plugin-load-add=metadata_lock_info
                innodb-buffer-pool-size=64M
                innodb-flush-log-at-trx-commit=2
                innodb-autoinc-lock-mode=2
                binlog-format=ROW
                wsrep-on=ON
                wsrep-provider=%3$s
                wsrep-provider-options="%4$s"
                wsrep-cluster-name=turnstone
                wsrep-cluster-address=gcomm://%5$s
                wsrep-node-address=127.0.0.1:%6$d
                wsrep-node-incoming-address=127.0.0.1:%2$d
                wsrep-sst-method=rsync
                wsrep-sst-receive-address=127.0.0.1:%7$d
                wsrep-slave-threads=2
                """;
        // A frozen node is given up after two seconds; the first period must be below a third of that.
        String options = String.join(
                ";",
                "base_port=" + (port + GROUP),
                "gmcast.listen_addr=tcp://127.0.0.1:" + (port + GROUP),
                "ist.recv_addr=127.0.0.1:" + (port + CATCHING_UP),
                "gcache.size=16M",
                "evs.keepalive_period=PT0.5S",
                "evs.inactive_check_period=PT0.5S",
                "evs.suspect_timeout=PT2S",
                "evs.inactive_timeout=PT4S",
                "evs.install_timeout=PT4S");
        try {
            Files.writeString(
                    folder.resolve("my.cnf"),
                    text.formatted(folder, port, PROVIDER, options, members, port + GROUP, port + TRANSFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
