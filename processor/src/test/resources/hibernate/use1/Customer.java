package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;

@Entity
public class Customer {
    public enum Level { NEW, REGULAR }

    @Embeddable public record Address(String street, @Column(length = 10) String zip) {}

    @Converter public static class Percent implements AttributeConverter<BigDecimal, Integer> {
        public Integer convertToDatabaseColumn(BigDecimal share) { return share == null ? null : share.movePointRight(2).intValueExact(); }
        public BigDecimal convertToEntityAttribute(Integer percent) { return percent == null ? null : BigDecimal.valueOf(percent, 2); }
    }

    @Id @GeneratedValue @SequenceGenerator(name = "customers", sequenceName = "customer_numbers", allocationSize = 3) public Long id;
    @Column(nullable = false) public String name;
    public String nickname;
    @Enumerated(EnumType.STRING) public Level level;
    @Convert(converter = Percent.class) public BigDecimal discount;
    @Embedded public Address address;
    @ElementCollection public Set<String> phones = new HashSet<>();
    @ElementCollection @MapKeyColumn(name = "what") public Map<String, Integer> scores = new HashMap<>();
    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL) @OrderColumn public List<Payment> payments = new ArrayList<>();
    @Version public int version;
}
