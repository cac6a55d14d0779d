/** Copies JPA entities, and the classes that they are made of, out of the compiler, from source or from class files. */
package dev.turnstone.processor.read.jpa;
