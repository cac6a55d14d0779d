package dev.turnstone.processor.codec;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.columns;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static dev.turnstone.schema.Definitions.verbatim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of each kind, which must never change: committed files and fingerprints depend on it. */
class OperationCodecTest {

    private static final TableName AUTHOR = table("author");
    private static final TableName ODD = table("a.b", "c.d");

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(
                        new CreateTable(Table.of(
                                AUTHOR,
                                List.of(
                                        column("id", bigint()).asIdentity(),
                                        column("name", varchar(80))
                                                .notNull()
                                                .withDefault("")
                                                .withComment("as on the cover"),
                                        column("since", timestamp(0)).withDefaultSql("now()"),
                                        primaryKey("author_pk", "id"),
                                        index("author_name_ix", "name", "since"),
                                        comment("who writes")))),
                        "{op=create_table, table=author, comment=who writes, columns=["
                                + "{name=id, type=bigint, not_null=true, identity=true}, "
                                + "{name=name, type=varchar(80), not_null=true, default=, comment=as on the cover}, "
                                + "{name=since, type=timestamp(0), default_sql=now()}], "
                                + "constraints=[{kind=primary_key, name=author_pk, columns=[id]}], "
                                + "indexes=[{name=author_name_ix, columns=[name, since]}]}"),
                arguments(
                        new DropTable(Table.of(ODD, List.of(column("x", verbatim("json b"))))),
                        "{op=drop_table, table={schema=a.b, name=c.d}, columns=[{name=x, type=verbatim json b}]}"),
                arguments(new RenameTable(AUTHOR, ODD), "{op=rename_table, from=author, to={schema=a.b, name=c.d}}"),
                arguments(
                        new AlterTableComment(AUTHOR, "", "new"),
                        "{op=alter_table_comment, table=author, from=, to=new}"),
                arguments(
                        new AddColumn(AUTHOR, column("age", decimal(5, 2)), null),
                        "{op=add_column, table=author, column={name=age, type=decimal(5,2)}}"),
                arguments(
                        new AddColumn(AUTHOR, column("age", bigint()).notNull(), literal("0")),
                        "{op=add_column, table=author, column={name=age, type=bigint, not_null=true}, fill=0}"),
                arguments(
                        new DropColumn(AUTHOR, column("age", bigint()), sql("1+1")),
                        "{op=drop_column, table=author, column={name=age, type=bigint}, refill_sql=1+1}"),
                arguments(
                        new RenameColumn(AUTHOR, "age", "years"),
                        "{op=rename_column, table=author, from=age, to=years}"),
                arguments(
                        new AlterColumn(AUTHOR, column("age", bigint()), column("age", varchar(3))),
                        "{op=alter_column, table=author, from={name=age, type=bigint}, to={name=age, type=varchar(3)}}"),
                arguments(
                        new AddConstraint(AUTHOR, unique("u", "a", "b")),
                        "{op=add_constraint, table=author, constraint={kind=unique, name=u, columns=[a, b]}}"),
                arguments(
                        new AddConstraint(AUTHOR, check("c", "age > 0")),
                        "{op=add_constraint, table=author, constraint={kind=check, name=c, condition=age > 0}}"),
                arguments(
                        new AddConstraint(AUTHOR, oneOf("c", "state", "NEW", "OLD")),
                        "{op=add_constraint, table=author,"
                                + " constraint={kind=check, name=c, column=state, one_of=[NEW, OLD]}}"),
                arguments(
                        new AddConstraint(AUTHOR, foreignKey("f", "a", table("post"), "id")),
                        "{op=add_constraint, table=author,"
                                + " constraint={kind=foreign_key, name=f, columns=[a], table=post, references=[id]}}"),
                arguments(
                        new DropConstraint(
                                AUTHOR,
                                foreignKey("f", columns("a", "b"), ODD, columns("c", "d"))
                                        .onDelete(ReferentialAction.SET_NULL)
                                        .onUpdate(ReferentialAction.CASCADE)),
                        "{op=drop_constraint, table=author, constraint={kind=foreign_key, name=f, columns=[a, b],"
                                + " table={schema=a.b, name=c.d}, references=[c, d],"
                                + " on_delete=set_null, on_update=cascade}}"),
                arguments(new RenameConstraint(AUTHOR, "f", "g"), "{op=rename_constraint, table=author, from=f, to=g}"),
                arguments(
                        new AddIndex(AUTHOR, index("i", "a")),
                        "{op=add_index, table=author, index={name=i, columns=[a]}}"),
                arguments(
                        new DropIndex(AUTHOR, index("i", "a")),
                        "{op=drop_index, table=author, index={name=i, columns=[a]}}"),
                arguments(new RenameIndex(AUTHOR, "i", "j"), "{op=rename_index, table=author, from=i, to=j}"),
                arguments(
                        new AlterColumn(
                                AUTHOR,
                                column("age", varchar(3)),
                                column("age", bigint()).notNull(),
                                new Conversion(literal("0"), "cast(age as bigint)"),
                                new Conversion(sql("name"), "")),
                        "{op=alter_column, table=author, from={name=age, type=varchar(3)},"
                                + " to={name=age, type=bigint, not_null=true},"
                                + " fill=0, using=cast(age as bigint), back_fill_sql=name}"),
                arguments(
                        new RunSql(
                                "post_view",
                                List.of(
                                        new RunSql.Text("", List.of("create view v"), List.of()),
                                        new RunSql.Text("h2", List.of(), List.of("drop view v")))),
                        "{op=run_sql, name=post_view, texts=[{up=[create view v], down=[]},"
                                + " {dialect=h2, up=[], down=[drop view v]}]}"),
                arguments(new RunData("acme.Split", false, true), "{op=run_data, step=acme.Split, reversible=true}"),
                arguments(new RunData("acme.Split", true, false), "{op=run_data, step=acme.Split, undo=true}"),
                arguments(
                        new ChangeSequence(null, new Sequence(TableName.of("post_seq"), 1, 50)),
                        "{op=change_sequence, to={name=post_seq, start=1, increment=50}}"),
                arguments(
                        new ChangeSequence(
                                new Sequence(TableName.of("post_seq"), 1, 50), new Sequence(TableName.of("s"), 5, 1)),
                        "{op=change_sequence, from={name=post_seq, start=1, increment=50},"
                                + " to={name=s, start=5, increment=1}}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachKindHasItsForm(Operation operation, String form) {
        assertThat(OperationCodec.encode(operation)).hasToString(form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aTreeGivesTheOperationBack(Operation operation, String form) {
        assertThat(OperationCodec.decodeOperation(OperationCodec.encode(operation), "$"))
                .isEqualTo(operation);
    }

    @Test
    void everyKindOfOperationHasAForm() {
        assertThat(forms().<Class<?>>map(form -> form.get()[0].getClass()).distinct())
                .containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @Test
    void aTableHasTheMembersOfItsCreation() {
        Table author = Table.of(AUTHOR, List.of(column("id", bigint()), comment("text")));

        assertThat(OperationCodec.encode(author))
                .hasToString("{table=author, comment=text, columns=[{name=id, type=bigint}]}");
        assertThat(OperationCodec.decodeTable(OperationCodec.encode(author), "$"))
                .isEqualTo(author);
    }
}
