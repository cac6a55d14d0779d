package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;

@Entity
@dev.turnstone.annotations.Dropped(value = "nickname", reason = "nobody needs it")
public class Customer {
    public enum Level { NEW, REGULAR, GOLD }

    @Embeddable public record Address(String street, @Column(length = 10) String zip) {}

    @Converter public static class Percent implements AttributeConverter<BigDecimal, Integer> {
        public Integer convertToDatabaseColumn(BigDecimal share) { return share == null ? null : share.movePointRight(2).intValueExact(); }
        public BigDecimal convertToEntityAttribute(Integer percent) { return percent == null ? null : BigDecimal.valueOf(percent, 2); }
    }

    @Id @GeneratedValue @SequenceGenerator(name = "customers", sequenceName = "customer_numbers", allocationSize = 20) public Long id;
    @dev.turnstone.annotations.RenamedFrom("name") @Column(name = "full_name", nullable = false, length = 300) public String fullName;
    @Enumerated(EnumType.STRING) public Level level;
    @Convert(converter = Percent.class) public BigDecimal discount;
    @Embedded public Address address;
    @ElementCollection public Set<String> phones = new HashSet<>();
    @ElementCollection @MapKeyColumn(name = "what") public Map<String, Integer> scores = new HashMap<>();
    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL) @OrderColumn public List<Payment> payments = new ArrayList<>();
    @dev.turnstone.annotations.Fill("10") public int points;
    @ManyToMany(cascade = CascadeType.ALL) public Set<Tag> tags = new HashSet<>();
    @Version public int version;

    @Entity public static class Tag { @Id @GeneratedValue(strategy = GenerationType.UUID) public UUID id; @Column(unique = true, length = 20) public String text; }
}
