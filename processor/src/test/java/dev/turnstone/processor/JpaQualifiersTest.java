package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas and catalogs of JPA entities. */
class JpaQualifiersTest {

    @TempDir
    Path folder;

    private Compiled compile(String qualifiers, String targets) {
        TestProject project = new TestProject(folder);
        project.source("com.acme.Author", """
                @jakarta.persistence.Entity
                @jakarta.persistence.Table(%s)
                public class Author { @jakarta.persistence.Id long id; }""".formatted(qualifiers));
        return project.compile("-Aturnstone.naming=jpa", "-Aturnstone.targets=" + targets);
    }

    @Test
    void aTableLiesInItsSchema() {
        Compiled compiled = compile("schema = \"shop\"", "postgresql,h2");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).first().asString().startsWith("create table shop.Author");
    }

    @Test
    void onMariaDbItLiesInItsCatalogAsHibernateHasIt() {
        Compiled compiled = compile("schema = \"unused\", catalog = \"shop\"", "mariadb,mysql");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).first().asString().startsWith("create table shop.Author");
    }

    @Test
    void onMariaDbASchemaAloneIsLeftOutAsHibernateDoes() {
        Compiled compiled = compile("schema = \"unused\"", "mariadb");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.newest()).first().asString().startsWith("create table Author");
    }

    @Test
    void elsewhereACatalogIsRefused() {
        Compiled compiled = compile("catalog = \"shop\"", "postgresql");
        assertThat(compiled.errorTags()).containsExactly("TS-UNSUPPORTED-ENTITY");
        assertThat(compiled.errors())
                .extracting(Compiled.Message::line)
                .containsExactly("@jakarta.persistence.Table(catalog = \"shop\")");
    }

    @Test
    void aSchemaThatOnlySomeTargetsKnowIsAWarning() {
        Compiled compiled = compile("schema = \"shop\"", "postgresql,mariadb");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).startsWith("[TS-UNSUPPORTED-ENTITY] "));
        assertThat(compiled.newest()).first().asString().startsWith("create table shop.Author");
    }
}
