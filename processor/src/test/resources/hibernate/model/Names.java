package model;

import jakarta.persistence.*;

/** Names that strategies treat differently. */
@Entity
@Table(name = "NamesTable", uniqueConstraints = {@UniqueConstraint(columnNames = {"eMail", "orderID"}), @UniqueConstraint(name = "UQ_Given", columnNames = "HTTPServer")},
        indexes = {@Index(columnList = "firstName, lastName"), @Index(name = "IX_given", columnList = "partA asc"), @Index(columnList = "level2B", unique = true)})
public class Names {
    @Id @GeneratedValue Long id;
    String firstName, lastName, itemV2, sha256Hash, line1Text, s3Bucket, oAuth2Token, iPhone, eMail, isX, aB, partA, HTTPServer, orderID, userID1, level2B, camelCase_Mixed;
    @Column(name = "ExplicitMixed") String explicit;
    @Column(name = "a.b") @jakarta.persistence.Transient String dotted;

    @Entity(name = "Renamed")
    public static class Nested { @Id int id; @ManyToOne Names names; }
}
