package dev.turnstone.dialect;

/**
 * What a version of MariaDB or MySQL can do.
 *
 * @param maria whether it is MariaDB
 * @param nativeUuid whether it has a type for UUIDs
 * @param instantDrop whether a column goes without the rows being rewritten
 */
record MySqlFlavor(boolean maria, boolean nativeUuid, boolean instantDrop) {

    static final String COPY = "";
    static final String INSTANT = "ALGORITHM=INSTANT";
    static final String IN_PLACE = "ALGORITHM=INPLACE, LOCK=NONE";

    /** For what changes nothing but the table's description. */
    String description() {
        return maria ? INSTANT : IN_PLACE;
    }

    String dropColumn() {
        return instantDrop ? INSTANT : IN_PLACE;
    }

    /** For what builds an index. */
    String index() {
        return maria ? "ALGORITHM=NOCOPY, LOCK=NONE" : IN_PLACE;
    }
}
