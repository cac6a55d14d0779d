package dev.turnstone.processor.declared;

import static dev.turnstone.processor.declared.Declare.check;
import static dev.turnstone.processor.declared.Declare.column;
import static dev.turnstone.processor.declared.Declare.embedded;
import static dev.turnstone.processor.declared.Declare.entity;
import static dev.turnstone.processor.declared.Declare.id;
import static dev.turnstone.processor.declared.Declare.index;
import static dev.turnstone.processor.declared.Declare.on;
import static dev.turnstone.processor.declared.Declare.ref;
import static dev.turnstone.processor.declared.Declare.text;
import static dev.turnstone.processor.declared.Declare.unique;
import static dev.turnstone.processor.declared.Declare.with;
import static dev.turnstone.processor.declared.SchemaAssemblerTest.assemble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.finding.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong between fields and between entities: tag, place and a word of the text for each. */
class AssemblyFindingsTest {

    private static final DeclaredEntity A = entity("A", id("id"));

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("TS-NO-ID at A: primary key", entity("A", text("x"))),
                wrong("TS-DUPLICATE-TABLE at b.A: a.A", entity("b.A", id("id")), entity("a.A", id("id"))),
                wrong("TS-DUPLICATE-TABLE at 'a': belongs", A, on("", "a", entity("B", id("id")))),
                wrong("TS-DUPLICATE-COLUMN at field X: the field x", entity("A", id("id"), text("x"), text("X"))),
                wrong("TS-DUPLICATE-COLUMN at 'ID': the field id", entity("A", id("id"), column("ID", text("x")))),
                wrong(
                        "TS-DUPLICATE-COLUMN at field work: work.city",
                        entity("A", id("id"), embedded("home", "", text("city")), embedded("work", "", text("city")))),
                wrong(
                        "TS-DUPLICATE-COLUMN at 'AUTHOR_ID': twice",
                        with(entity("B", id("id"), ref("author", "A")), index("", "author", "AUTHOR_ID")),
                        A),
                wrong(
                        "TS-DUPLICATE-NAME at 'N': the table a",
                        entity("A", id("id"), text("x", unique("n"))),
                        entity("B", id("id"), text("x", index("N")))),
                wrong("TS-NOT-AN-ENTITY at field b: usable", entity("A", id("id"), ref("b", "B"))),
                wrong(
                        "TS-UNKNOWN-COLUMN at 'titel': Did you mean 'title'?",
                        with(entity("A", id("id"), text("title")), unique("", "titel"))),
                wrong("TS-INVALID-VALUE at 'x': 1 column(s): id", A, entity("B", id("id"), ref("a", "A", "x", "y"))),
                wrong("TS-INVALID-VALUE at 'x > (0': parenthesis", with(A, check("", "x > (0"))),
                wrong("TS-INVALID-VALUE at ' ': empty", with(A, check("", " "))));
    }

    private static Arguments wrong(String expected, DeclaredEntity... entities) {
        return Arguments.of(expected, List.of(entities));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void areFoundAtTheirPlaces(String expected, List<DeclaredEntity> entities) {
        List<Finding> findings =
                assemble(entities.toArray(DeclaredEntity[]::new)).findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(expected).startsWith(finding.tag() + " at " + finding.place() + ": ");
            assertThat(finding.text()).contains(expected.substring(expected.indexOf(": ") + 2));
            assertThat(finding.fix()).isNotEmpty();
        });
    }

    @Test
    void areFoundAllAtOnce() {
        List<Finding> findings = assemble(
                        entity("A", text("x"), ref("c", "C")),
                        with(entity("B", id("id"), ref("a", "A"), text("ID")), index("", "nothing", "a")))
                .findings();

        assertThat(findings)
                .extracting(each -> each.tag() + " " + each.place())
                .containsExactlyInAnyOrder(
                        "TS-NO-ID A",
                        "TS-NOT-AN-ENTITY field c",
                        "TS-DUPLICATE-COLUMN field ID",
                        "TS-UNKNOWN-COLUMN 'nothing'");
    }

    @Test
    void includeKeysThatReferInACircle() {
        List<Finding> findings = assemble(
                        entity("A", id(0, ref("b", "B")), id("x")),
                        entity("B", id(0, ref("a", "A"))),
                        entity("C", id("id"), ref("a", "A")))
                .findings();

        assertThat(findings)
                .extracting(each -> each.tag() + " " + each.place())
                .containsExactlyInAnyOrder("TS-UNSUPPORTED-ENTITY field a", "TS-UNSUPPORTED-ENTITY field b");
    }

    @Test
    void includeAnEntityOfAnotherSetWithoutKey() {
        var assembly = SchemaAssembler.assemble(
                List.of(entity("A", id("id"), ref("b", "B"))), List.of(entity("B", text("x"))), List.of(), Naming.JPA);

        assertThat(assembly.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.tag() + " " + finding.place()).isEqualTo("TS-NO-ID field b");
            assertThat(finding.text()).contains("B has no @Id");
        });
    }

    @Test
    void spareSelfReferences() {
        DeclaredEntity node = entity("Node", id("id"), ref("parent", "Node"));

        assertThat(Arrays.asList(assemble(node).findings().toArray())).isEmpty();
    }
}
