package dev.turnstone.schema;

/** What the definition of a table consists of, besides its name. */
public sealed interface TableElement permits Column, Constraint, Index, TableComment {}
