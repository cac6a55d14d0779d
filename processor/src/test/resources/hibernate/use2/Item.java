package model;

import jakarta.persistence.*;

@Entity
public class Item {
    @Entity public static class Book extends Item { public long pages; }
    @Entity public static class Disc extends Item { public Double minutes; }

    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) public Long id;
    @Column(length = 50) public String code;
    @Lob public String description;
}
