package model;

import jakarta.persistence.*;

@Entity
public class Ticket {
    @Entity public static class Receipt { @Id @GeneratedValue(generator = "receipts") @SequenceGenerator(name = "receipts", sequenceName = "receipts", allocationSize = 5) public Long id; }

    @Id @GeneratedValue(generator = "tickets") @SequenceGenerator(name = "tickets", sequenceName = "tickets", allocationSize = 50, initialValue = 7) public Long id;
}
