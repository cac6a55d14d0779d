/** Reads the files beside the classes that tell JPA of entities: what they name, and what in them is not supported. */
package dev.turnstone.processor.persistence;
