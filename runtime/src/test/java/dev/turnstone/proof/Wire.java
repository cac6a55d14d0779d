package dev.turnstone.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of wire before a server that counts how often the client had to wait for an answer. */
final class Wire implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

    private final ServerSocket listening;
    private final Matcher address;
    private final List<Socket> sockets = new ArrayList<>();
    private int open;
    private boolean clientSpoke;
    private int trips;

    /**
     * Begins to listen.
     *
     * @param url the JDBC URL of the server
     */
    Wire(String url) throws IOException {
        address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException(url);
        }
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    /** The URL with this wire for the server. */
    String url() {
        return address.replaceFirst("//127.0.0.1:" + listening.getLocalPort() + "/");
    }

    /** How many times the client spoke after the server did, its good-bye included; begins again at zero. */
    synchronized int trips() throws InterruptedException {
        while (open > 0) {
            wait();
        }
        int counted = trips;
        trips = 0;
        clientSpoke = false;
        return counted;
    }

    private void listen() throws IOException {
        while (true) {
            Socket client = keep(listening.accept());
            Socket server = keep(new Socket(address.group(1), Integer.parseInt(address.group(2))));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            count(1);
            start(() -> {
                try {
                    copy(client, server, true);
                } finally {
                    count(-1);
                }
            });
            start(() -> copy(server, client, false));
        }
    }

    private synchronized Socket keep(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private synchronized void count(int change) {
        open += change;
        notifyAll();
    }

    private void copy(Socket from, Socket to, boolean fromClient) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[1 << 16];
        for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
            spoke(fromClient);
            out.write(bytes, 0, count);
            out.flush();
        }
        to.shutdownOutput();
    }

    private synchronized void spoke(boolean client) {
        if (client && !clientSpoke) {
            trips++;
        }
        clientSpoke = client;
    }

    /** What a thread does until a socket closes. */
    private interface Talk {
        void go() throws IOException;
    }

    private static void start(Talk talk) {
        Thread thread = new Thread(() -> {
            try {
                talk.go();
            } catch (IOException e) {
                // Somebody hung up.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
