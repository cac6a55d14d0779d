package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Payment {
    @Entity public static class Card extends Payment { @Column(length = 4) public String digits; }
    @Entity public static class Transfer extends Payment { public LocalDate day; }

    @Id @GeneratedValue @SequenceGenerator(name = "payments", allocationSize = 5) public Long id;
    public BigDecimal amount;
    @ManyToOne(optional = false) public Customer customer;
}
