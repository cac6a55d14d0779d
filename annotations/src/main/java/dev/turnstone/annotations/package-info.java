/**
 * What an entity says to Turnstone. A class or record with {@link dev.turnstone.annotations.Entity} stands for a table;
 * the other annotations tune its columns, or say what a change of it means for rows that exist.
 *
 * <pre>{@code
 * @Entity
 * public class Author {
 *     @Id(generated = true)
 *     private long id;
 *
 *     @Column(nullable = false, unique = true)
 *     private String email;
 * }
 * }</pre>
 */
package dev.turnstone.annotations;
