/**
 * JPA entities as plain data: classes, their fields and getters, and those of their annotations that matter. Nothing is
 * interpreted here; {@code dev.turnstone.processor.jpa} does that, without a compiler.
 */
package dev.turnstone.processor.declared.jpa;
