package dev.turnstone.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository with the jars of this build, for the projects of users: everything else in it is a link to what the
 * real one has, so that nothing is downloaded twice, and nothing of ours gets into the real one.
 */
final class LocalRepository implements AutoCloseable {

    private static final Path OURS = Path.of("dev", "turnstone");

    private final Path real = Reactor.localRepository();
    private final Path folder;

    private LocalRepository(Path folder) {
        this.folder = folder;
    }

    /** Makes one in an empty folder. */
    static LocalRepository in(Path folder) throws IOException {
        LocalRepository repository = new LocalRepository(folder);
        repository.borrow(Path.of(""));
        repository.deploy("parent", Path.of(""), null);
        for (String module : List.of("annotations", "runtime", "processor")) {
            repository.deploy(module, Path.of(module), Reactor.jar(module));
        }
        return repository;
    }

    private void borrow(Path parent) throws IOException {
        for (Path child : children(real.resolve(parent))) {
            Path name = parent.resolve(child.getFileName());
            if (OURS.equals(name)) {
                continue;
            }
            if (OURS.startsWith(name)) {
                Files.createDirectories(folder.resolve(name));
                borrow(name);
            } else {
                Files.createSymbolicLink(folder.resolve(name), child);
            }
        }
    }

    private void deploy(String artifact, Path module, Path jar) throws IOException {
        String name = "turnstone-" + artifact;
        Path target = Files.createDirectories(folder.resolve(OURS).resolve(name).resolve(Reactor.VERSION));
        Path pom = Reactor.module(module.toString()).resolve("pom.xml");
        Files.copy(pom, target.resolve(name + "-" + Reactor.VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, target.resolve(name + "-" + Reactor.VERSION + ".jar"));
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /**
     * Keeps what was downloaded besides the links, or each build would download it again, and removes the links before
     * JUnit does it, which warns of each.
     */
    @Override
    public void close() throws IOException {
        for (Path child : children(folder)) {
            if (!Files.isSymbolicLink(child) && !OURS.startsWith(folder.relativize(child))) {
                keep(child);
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(each);
            }
        }
    }

    private void keep(Path downloaded) throws IOException {
        try (Stream<Path> all = Files.walk(downloaded)) {
            for (Path each : all.toList()) {
                Path target = real.resolve(folder.relativize(each));
                if (!Files.exists(target)) {
                    Files.copy(each, target);
                }
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
