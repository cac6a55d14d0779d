/**
 * JPA entities to tables, in agreement with Hibernate: a pure function of plain data.
 *
 * <p>{@link dev.turnstone.processor.jpa.JpaAssembler} is the way in. It finds the entities and their tables ({@code
 * EntityTables}), makes keys when they are first asked for ({@code Keys}), then the columns of attributes, each kind by
 * its own class ({@code Basics}, {@code ToOnes}, {@code Collections} with {@code Indexes}, {@code Anys}), and last what
 * needs all columns ({@code TableRules}). {@code Binding} holds what they share. {@code Forms} and its helpers choose
 * column types, {@code JpaNames} makes names, {@code SchemaParts} turns the finished tables into a schema.
 */
package dev.turnstone.processor.jpa;
