package dev.turnstone.migration;

/** There is no migration set to work with. */
public final class NoMigrationSetException extends MigrationException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public NoMigrationSetException() {
        super("""
                No migration set was found: no class path entry has the file META-INF/services/dev.turnstone.migration.MigrationSet, \
                and no named module provides one. Likely causes, the most frequent first:
                1. The annotation processor did not run. From JDK 23 on, javac runs none unless told: \
                name turnstone-processor in <annotationProcessorPaths> of the maven-compiler-plugin (Gradle: annotationProcessor, \
                javac: --processor-path), or compile with -proc:full.
                2. The entities are in a named module. Add to its module-info.java: \
                provides dev.turnstone.migration.MigrationSet with <package>.<GeneratedSet>;
                3. Maven had "nothing to compile" when only the history or an option changed. Run: mvn clean compile
                4. The set is there but another class loader sees it: give that one to Migrator.builder(dataSource).classLoader(...).\
                """);
    }
}
