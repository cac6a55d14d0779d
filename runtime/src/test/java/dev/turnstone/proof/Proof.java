package dev.turnstone.proof;

import dev.turnstone.dialect.Dialects;
import dev.turnstone.servers.TestDatabases;
import java.util.List;
import java.util.stream.Stream;

/** What the proofs have in common. */
final class Proof {

    private Proof() {}

    /** Those that several processes can share, and that Turnstone has a dialect for. */
    static List<TestDatabases> databases() {
        List<String> dialects = Dialects.load(Proof.class.getClassLoader()).names();
        List<String> wanted =
                List.of(System.getProperty("turnstone.databases", "").split(",", -1));
        return Stream.of(TestDatabases.values())
                .filter(kind -> wanted.contains("") || wanted.contains(kind.dialect()))
                .filter(kind -> kind != TestDatabases.H2_MEMORY && dialects.contains(kind.dialect()))
                .toList();
    }
}
