package dev.turnstone.processor.lint;

import java.util.List;

/** All checks. */
final class LintChecks {

    private LintChecks() {}

    /** One of each, in the order in which they run. What they say does not depend on each other. */
    static List<LintCheck> all(LintOptions options) {
        return List.of(
                new NotNullAddCheck(),
                new NotNullSetCheck(),
                new TypeNarrowCheck(),
                new TypeIncompatibleCheck(),
                new TypeRewriteCheck(),
                new EnumRemoveCheck(),
                new EnumOrderCheck(),
                new CheckColumnCheck(),
                new UniqueAddCheck(),
                new IdentityAddCheck(),
                new RenameCompatCheck(),
                new NameLengthCheck(),
                new NameReservedCheck(),
                new NameCaseCheck(),
                new NamePolicyCheck(options),
                new ForeignKeyIndexCheck(),
                new NullMismatchCheck(),
                new TimeZoneCheck(),
                new CharCheck(),
                new JsonCheck(),
                new IntegerIdCheck(),
                new EngineParityCheck(),
                new RefusalCheck());
    }
}
