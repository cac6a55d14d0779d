/**
 * The databases that tests run against: {@link dev.turnstone.servers.TestDatabases} gives an empty one of each kind.
 *
 * <p>A server starts when the first test asks for it, once in a test JVM, on a port and in a folder of its own. It is gone
 * when the JVM is gone, also when that was killed.
 */
package dev.turnstone.servers;
