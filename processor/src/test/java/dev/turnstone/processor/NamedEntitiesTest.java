package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.CreateTable;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.Compiled.Message;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPA classes that come from class files: those that entities are made of, and entities that are named. */
class NamedEntitiesTest {

    private static final String NAMED = "-Aturnstone.entities=com.acme.base.User";

    @TempDir
    Path folder;

    private TestProject library;
    private TestProject project;

    @BeforeEach
    void compileLibrary() {
        library = new TestProject(folder.resolve("library"));
        jpa(library, "com.acme.base.Base", """
                @MappedSuperclass public abstract class Base<K> {
                    @Id @GeneratedValue protected K id;
                    @Version long version;
                }""");
        jpa(library, "com.acme.base.Kind", "public enum Kind { SMALL, LARGE }");
        jpa(library, "com.acme.base.Money", """
                @Embeddable public class Money { @Column(precision = 12, scale = 2) java.math.BigDecimal amount; String currency; }""");
        jpa(library, "com.acme.base.Code", "public class Code { String text; }");
        jpa(library, "com.acme.base.CodeConverter", """
                @Converter(autoApply = true) public class CodeConverter implements AttributeConverter<Code, Integer> {
                    public Integer convertToDatabaseColumn(Code code) { return 1; }
                    public Code convertToEntityAttribute(Integer number) { return null; }
                }""");
        jpa(library, "com.acme.base.Key", "public class Key { long left; String right; }");
        jpa(library, "com.acme.base.User", """
                @Entity @Table(name = "users") public class User extends Base<Long> {
                    String name;
                    @Entity public static class Login { @Id long id; @ManyToOne User user; }
                }""");
        compileLibraryAgain();
        project = new TestProject(folder.resolve("application")).withClassPath(library.output());
        jpa(project, "com.acme.app.Order", """
                @Entity @Table(name = "orders") public class Order extends com.acme.base.Base<java.util.UUID> {
                    @Enumerated(EnumType.STRING) com.acme.base.Kind kind;
                    com.acme.base.Money price;
                    @Convert(converter = com.acme.base.CodeConverter.class) com.acme.base.Code code;
                    @ManyToOne com.acme.base.User buyer;
                }""");
        jpa(project, "com.acme.app.Line", """
                @Entity @IdClass(com.acme.base.Key.class) public class Line { @Id long left; @Id String right; }""");
    }

    private static void jpa(TestProject project, String className, String body) {
        int dot = className.lastIndexOf('.');
        project.write(
                "src/main/java/" + className.replace('.', '/') + ".java",
                "package " + className.substring(0, dot) + ";\nimport jakarta.persistence.*;\n" + body);
    }

    private void compileLibraryAgain() {
        assertThat(library.compile("-proc:none").errors()).isEmpty();
    }

    private Compiled compile(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-Aturnstone.naming=spring", "-Aturnstone.targets=h2"));
        return project.compile(all.toArray(String[]::new));
    }

    private Compiled good(String... options) {
        Compiled compiled = compile(options);
        assertThat(compiled.errors()).isEmpty();
        return compiled;
    }

    private void persistenceXml(String unit) {
        project.write(
                "src/main/resources/META-INF/persistence.xml",
                "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.1\">" + unit
                        + "</persistence>");
    }

    private static List<String> tables(Compiled compiled) {
        return created(compiled).map(each -> each.table().name().name()).toList();
    }

    private static Stream<CreateTable> created(Compiled compiled) {
        return compiled.operations(0).stream()
                .filter(CreateTable.class::isInstance)
                .map(CreateTable.class::cast);
    }

    private static List<String> columns(Compiled compiled, String table) {
        return created(compiled)
                .filter(each -> each.table().name().name().equals(table))
                .flatMap(each -> each.table().columns().stream())
                .map(each -> each.name() + " " + each.type().kind())
                .toList();
    }

    private static String only(List<Message> messages) {
        assertThat(messages).hasSize(1);
        return messages.get(0).text();
    }

    @Test
    void whatEntitiesAreMadeOfIsReadFromClassFiles() {
        Compiled compiled = good();
        assertThat(tables(compiled)).containsExactlyInAnyOrder("orders", "line");
        assertThat(columns(compiled, "orders"))
                .containsExactlyInAnyOrder(
                        "id UUID",
                        "version BIGINT",
                        "kind VERBATIM",
                        "amount DECIMAL",
                        "currency VARCHAR",
                        "code INTEGER",
                        "buyer_id BIGINT");
        assertThat(columns(compiled, "line")).containsExactlyInAnyOrder("left BIGINT", "right VARCHAR");
    }

    @Test
    void anEntityThatAnOptionNamesIsPartOfTheSchema() {
        Compiled compiled = good(NAMED);
        assertThat(tables(compiled)).containsExactlyInAnyOrder("users", "orders", "line");
        assertThat(columns(compiled, "users")).containsExactlyInAnyOrder("id BIGINT", "version BIGINT", "name VARCHAR");
        assertThat(compiled.classes().resolve("com/acme/app/migrations")).isDirectory();
        good(NAMED, "-Aturnstone.save=initial");
        assertThat(good(NAMED).set().hasDraft()).isFalse();
    }

    @Test
    void aPackageStandsForItsEntitiesAndThoseNestedInThem() {
        assertThat(tables(good("-Aturnstone.entities=com.acme.base.*")))
                .containsExactlyInAnyOrder("users", "user$login", "orders", "line");
        assertThat(tables(good("-Aturnstone.entities=com.acme.base.User,com.acme.base.User$Login")))
                .containsExactlyInAnyOrder("users", "user$login", "orders", "line");
    }

    @Test
    void aConverterForAllAttributesCountsOnceItIsNamed() {
        jpa(project, "com.acme.app.Line", """
                @Entity public class Line { @Id long id; com.acme.base.Code code; }""");
        assertThat(columns(good("-Aturnstone.entities=com.acme.base.CodeConverter"), "line"))
                .containsExactly("code INTEGER", "id BIGINT");
    }

    @Test
    void theSourcesNeedNoEntity() {
        TestProject empty = new TestProject(folder.resolve("empty")).withClassPath(library.output());
        jpa(empty, "com.acme.app.Main", "public class Main {}");
        Compiled compiled = empty.compile(NAMED, "-Aturnstone.naming=spring", "-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        assertThat(tables(compiled)).containsExactly("users");
        assertThat(compiled.classes().resolve("com/acme/base/migrations")).isDirectory();
    }

    @Test
    void aWrongNameIsAnErrorWhereTheSourcesHaveNoEntity() {
        TestProject empty = new TestProject(folder.resolve("empty")).withClassPath(library.output());
        jpa(empty, "com.acme.app.Main", "public class Main {}");
        assertThat(empty.compile("-Aturnstone.entities=com.acme.base.Usr").errorTags())
                .containsExactly("TS-ENTITY-MISSING");
    }

    @Test
    void whatIsNoLongerNamedLeavesNoTraceInAnIncrementalCompile() {
        good(NAMED);
        Compiled partly = project.compileOnly(List.of("com.acme.app.Line"), "-Aturnstone.naming=spring");
        assertThat(partly.errors()).isEmpty();
        assertThat(tables(partly)).containsExactlyInAnyOrder("orders", "line");
    }

    @Test
    void whatIsSavedStaysWhenItIsNoLongerNamed() {
        good(NAMED, "-Aturnstone.save=initial");
        assertThat(good().set().hasDraft()).isFalse();
    }

    @Test
    void whatIsSavedLeavesWithItsClass() throws IOException {
        good(NAMED, "-Aturnstone.save=initial");
        Files.delete(library.output().resolve("com/acme/base/User.class"));
        jpa(project, "com.acme.app.Order", """
                @Entity @Table(name = "orders") public class Order extends com.acme.base.Base<java.util.UUID> {
                    @Enumerated(EnumType.STRING) com.acme.base.Kind kind;
                    com.acme.base.Money price;
                    @Convert(converter = com.acme.base.CodeConverter.class) com.acme.base.Code code;
                    @Column(name = "buyer_id") Long buyer;
                }""");
        assertThat(compile().errorTags()).containsExactly("TS-DROP-TABLE");
    }

    @Test
    void aPartialCompileHasTheNamedEntities() {
        Compiled whole = good(NAMED);
        Compiled partly = project.compileOnly(
                List.of("com.acme.app.Line"), NAMED, "-Aturnstone.naming=spring", "-Aturnstone.targets=h2");
        assertThat(partly.errors()).isEmpty();
        assertThat(partly.sources()).isEqualTo(whole.sources());
    }

    @Test
    void theTestsTakeNoEntitiesFromTheApplication() {
        good(NAMED, "-Aturnstone.save=initial");
        persistenceXml("<persistence-unit name='a'><class>com.acme.base.User</class></persistence-unit>");
        TestProject tests = project.tests().withClassPath(library.output());
        tests.write("src/test/java/com/acme/app/SomeTest.java", "package com.acme.app; class SomeTest {}");
        Compiled compiled = tests.compile(NAMED, "-Aturnstone.naming=spring");
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.sources()).isEmpty();
    }

    @Test
    void aNameThatGivesNothingIsAnError() {
        Compiled compiled =
                compile("-Aturnstone.entities=com.acme.base.Usr,com.acme.base.Kind,com.acme.bas.*,com.acme.base.Money");
        assertThat(compiled.errorTags()).containsOnly("TS-ENTITY-MISSING").hasSize(3);
        assertThat(compiled.errors())
                .extracting(Message::text)
                .anyMatch(text ->
                        text.contains("-Aturnstone.entities names com.acme.base.Usr, and there is no such class"))
                .anyMatch(text -> text.contains("com.acme.base.Kind, and that class is no entity"))
                .anyMatch(text -> text.contains("com.acme.bas.*, and there is no such package"));
        assertThat(only(compile("-Aturnstone.entities=com acme").errors())).startsWith("[TS-OPTION]");
    }

    @Test
    void aFindingInAClassFileNamesClassAndAttribute() {
        jpa(library, "com.acme.base.User", """
                @Entity @Table(name = "users") public class User extends Base<Long> { Object anything; }""");
        compileLibraryAgain();
        assertThat(only(compile(NAMED).errors()))
                .startsWith("[TS-UNSUPPORTED-TYPE] com.acme.base.User.anything (a class file): ");
    }

    @Test
    void aClassThatAClassFileLacksIsNamed() throws IOException {
        Files.delete(library.output().resolve("com/acme/base/Base.class"));
        project.delete("com.acme.app.Order");
        Compiled compiled = compile(NAMED);
        assertThat(compiled.errors())
                .extracting(Message::text)
                .anyMatch(
                        text -> text.startsWith("[TS-ENTITY-MISSING] com.acme.base.User (a class file): Its superclass"
                                + " com.acme.base.Base"));
    }

    @Test
    void aTypeThatAClassFileLacksMattersOnlyWhereItIsPersistent() throws IOException {
        jpa(library, "com.acme.base.User", """
                @Entity @Table(name = "users") public class User extends Base<Long> {
                    public Code getUnused() { return null; }
                }""");
        compileLibraryAgain();
        Files.delete(library.output().resolve("com/acme/base/Code.class"));
        Files.delete(library.output().resolve("com/acme/base/CodeConverter.class"));
        project.delete("com.acme.app.Order");
        assertThat(tables(good(NAMED))).containsExactlyInAnyOrder("users", "line");
    }

    @Test
    void persistenceXmlNamesEntities() {
        persistenceXml("""
                <persistence-unit name="a">
                  <class>com.acme.base.User</class>
                  <class>
                    com.acme.base.Money
                  </class>
                </persistence-unit>""");
        assertThat(tables(good())).containsExactlyInAnyOrder("users", "orders", "line");
    }

    @Test
    void persistenceXmlIsFoundAmongTheCopiedResourcesToo() {
        good();
        project.write(
                "target/classes/META-INF/persistence.xml",
                "<persistence><persistence-unit><class>com.acme.base.User</class></persistence-unit></persistence>");
        Compiled partly = project.compileOnly(List.of("com.acme.app.Line"), "-Aturnstone.naming=spring");
        assertThat(partly.errors()).isEmpty();
        assertThat(tables(partly)).containsExactlyInAnyOrder("users", "orders", "line");
    }

    @Test
    void hibernateCfgXmlNamesEntities() {
        project.write("src/main/resources/hibernate.cfg.xml", """
                <!DOCTYPE hibernate-configuration PUBLIC "-//Hibernate/Hibernate Configuration DTD 3.0//EN"
                    "http://localhost:1/hibernate-configuration-3.0.dtd">
                <hibernate-configuration><session-factory>
                  <mapping class="com.acme.base.User"/>
                  <mapping resource="com/acme/Other.hbm.xml"/>
                </session-factory></hibernate-configuration>""");
        Compiled compiled = compile();
        assertThat(only(compiled.errors())).startsWith("[TS-ORM-XML] com/acme/Other.hbm.xml maps what nobody can tell");
        assertThat(tables(good("-Aturnstone.lint=TS-ORM-XML=off"))).contains("users");
    }

    @Test
    void whatAPersistenceUnitHasElsewhereIsSaid() {
        persistenceXml("""
                <persistence-unit name="a"><jar-file>lib/base.jar</jar-file></persistence-unit>
                <persistence-unit name="b"><class>com.acme.base.User</class></persistence-unit>""");
        Compiled compiled = compile();
        assertThat(compiled.warnings())
                .extracting(Message::text)
                .anyMatch(text -> text.contains("takes its entities from lib/base.jar"))
                .anyMatch(text -> text.contains("has 2 persistence units with different classes"))
                .hasSize(2);
        assertThat(tables(compiled)).contains("users");
        assertThat(compile("-Aturnstone.lint=TS-PERSISTENCE-XML=off").warnings())
                .isEmpty();
    }

    @Test
    void anEntityThatAClosedUnitDoesNotListIsSaid() {
        persistenceXml("""
                <persistence-unit name="a">
                  <class>com.acme.app.Line</class>
                  <exclude-unlisted-classes/>
                </persistence-unit>""");
        Compiled compiled = compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(only(compiled.warnings()))
                .startsWith("[TS-PERSISTENCE-XML]")
                .contains("<class>com.acme.app.Order</class>");
        assertThat(compiled.warnings().get(0).line()).contains("class Order");
    }

    @Test
    void aClosedUnitMayListANestedEntity() {
        jpa(project, "com.acme.app.Outer", """
                public class Outer {
                    @Entity public static class In { @Id long id; }
                    @Entity public static class Out { @Id long id; }
                }""");
        persistenceXml("""
                <persistence-unit name="a">
                  <class>com.acme.app.Line</class>
                  <class>com.acme.app.Order</class>
                  <class>com.acme.app.Outer$In</class>
                  <exclude-unlisted-classes/>
                </persistence-unit>""");
        assertThat(only(compile("-Aturnstone.entities=com.acme.app.Outer$Out").warnings()))
                .contains("<class>com.acme.app.Outer$Out</class>");
    }

    @Test
    void aCopyWhoseSourceMayBeGoneIsNamed() {
        good();
        project.write("target/classes/META-INF/orm.xml", "<entity-mappings><entity class='X'/></entity-mappings>");
        assertThat(only(project.compileOnly(List.of("com.acme.app.Line"), "-Aturnstone.naming=spring")
                        .errors()))
                .startsWith("[TS-ORM-XML]")
                .contains("If its source is gone, clean the build: it is ");
    }

    @Test
    void aBrokenFileIsAnError() {
        persistenceXml("<persistence-unit>");
        assertThat(only(compile().errors()))
                .startsWith("[TS-PERSISTENCE-XML] META-INF/persistence.xml cannot be read:");
        persistenceXml("<a>".repeat(100) + "</a>".repeat(100));
        assertThat(only(compile().errors())).contains("nested deeper than");
        persistenceXml("<!--" + "x".repeat(1 << 20) + "-->");
        assertThat(only(compile().errors())).contains("larger than");
    }

    @Test
    void nothingThatAFileRefersToIsOpened() {
        project.write("secret.txt", "com.acme.Secret");
        project.write(
                "src/main/resources/META-INF/persistence.xml",
                "<!DOCTYPE p [<!ENTITY x SYSTEM \""
                        + project.root().resolve("secret.txt").toUri() + "\">]>"
                        + "<persistence><persistence-unit><class>&x;</class></persistence-unit></persistence>");
        assertThat(compile().errors()).extracting(Message::text).noneMatch(text -> text.contains("Secret"));
    }

    @Test
    void ormXmlIsRefusedUnlessItOnlyHoldsQueries() {
        String orm = "src/main/resources/META-INF/orm.xml";
        project.write(orm, "<entity-mappings><named-query name='a'><query>x</query></named-query></entity-mappings>");
        good();
        project.write(orm, "<entity-mappings><entity class='com.acme.app.Line'/></entity-mappings>");
        assertThat(only(compile().errors()))
                .startsWith("[TS-ORM-XML] META-INF/orm.xml maps <entity> for com.acme.app.Line.");
        good("-Aturnstone.lint=TS-ORM-XML=off");
    }

    @Test
    void hibernatesMappingFilesBesideTheClassesAreRefused() {
        project.write("src/main/resources/com/acme/app/Line.hbm.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE hibernate-mapping PUBLIC "-//Hibernate/Hibernate Mapping DTD 3.0//EN" "http://localhost:1/x.dtd">
                <hibernate-mapping><class name="com.acme.app.Line"/></hibernate-mapping>""");
        assertThat(only(compile().errors()))
                .startsWith("[TS-ORM-XML] com/acme/app/Line.hbm.xml maps <class> for com.acme.app.Line.");
    }
}
