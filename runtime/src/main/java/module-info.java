/** Applies migrations. */
module dev.turnstone.runtime {
    requires transitive java.sql;

    exports dev.turnstone;
    exports dev.turnstone.data;
    exports dev.turnstone.dialect;
    exports dev.turnstone.migration;
    exports dev.turnstone.operation;
    exports dev.turnstone.schema;

    uses dev.turnstone.dialect.Dialect;
    uses dev.turnstone.migration.MigrationSet;
}
