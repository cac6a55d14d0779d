package validation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Constraints in and on embeddables, collections and relations. */
@Entity
class Composed {

    @Embeddable
    static class Key implements Serializable {
        @Size(max = 16)
        String name;

        @Max(99)
        int number;
    }

    @Embeddable
    static class Place {
        @NotNull
        @Size(max = 21)
        String street;

        @Min(1000)
        Integer zip;

        @Valid Point inner;

        @Valid @NotNull Point required;

        Point plain;
    }

    @Embeddable
    static class Point {
        @NotNull
        @Min(-180)
        Integer x;

        @Size(max = 22)
        String label;
    }

    @Embeddable
    record Money(
            @NotNull @Min(0) BigDecimal amount, @NotBlank @Size(max = 3) String currency) {}

    @EmbeddedId
    @Valid
    Key id;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "a_street"))
    @AttributeOverride(name = "zip", column = @Column(name = "a_zip"))
    @AttributeOverride(name = "inner.x", column = @Column(name = "a_ix"))
    @AttributeOverride(name = "inner.label", column = @Column(name = "a_il"))
    @AttributeOverride(name = "required.x", column = @Column(name = "a_rx"))
    @AttributeOverride(name = "required.label", column = @Column(name = "a_rl"))
    @AttributeOverride(name = "plain.x", column = @Column(name = "a_px"))
    @AttributeOverride(name = "plain.label", column = @Column(name = "a_pl"))
    Place plain;

    @Valid
    @AttributeOverride(name = "street", column = @Column(name = "b_street"))
    @AttributeOverride(name = "zip", column = @Column(name = "b_zip"))
    @AttributeOverride(name = "inner.x", column = @Column(name = "b_ix"))
    @AttributeOverride(name = "inner.label", column = @Column(name = "b_il"))
    @AttributeOverride(name = "required.x", column = @Column(name = "b_rx"))
    @AttributeOverride(name = "required.label", column = @Column(name = "b_rl"))
    @AttributeOverride(name = "plain.x", column = @Column(name = "b_px"))
    @AttributeOverride(name = "plain.label", column = @Column(name = "b_pl"))
    Place valid;

    @Valid
    @NotNull
    @AttributeOverride(name = "street", column = @Column(name = "c_street"))
    @AttributeOverride(name = "zip", column = @Column(name = "c_zip"))
    @AttributeOverride(name = "inner.x", column = @Column(name = "c_ix"))
    @AttributeOverride(name = "inner.label", column = @Column(name = "c_il"))
    @AttributeOverride(name = "required.x", column = @Column(name = "c_rx"))
    @AttributeOverride(name = "required.label", column = @Column(name = "c_rl"))
    @AttributeOverride(name = "plain.x", column = @Column(name = "c_px"))
    @AttributeOverride(name = "plain.label", column = @Column(name = "c_pl"))
    Place required;

    @NotNull Money price;

    @NotNull
    @Valid
    @AttributeOverride(name = "amount", column = @Column(name = "cost_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "cost_currency"))
    Money cost;

    @NotNull
    @ManyToOne
    Constrained one;

    @NotNull
    @ManyToOne
    @JoinColumn(nullable = true)
    Constrained oneInSpite;

    @NotNull
    @OneToOne
    Constrained single;

    @Valid
    @ManyToOne
    Constrained cascaded;

    @NotEmpty
    @Size(max = 3)
    @OneToMany(cascade = CascadeType.ALL)
    List<Constrained> children;

    @NotNull
    @ManyToMany
    @JoinTable(name = "Composed_many")
    Set<Constrained> many;

    @NotEmpty
    @Size(max = 5)
    @ElementCollection
    List<@NotBlank @Size(max = 10) String> words;

    @NotNull
    @Size(max = 6)
    @ElementCollection
    Set<String> wordSet;

    @NotNull
    @ElementCollection
    Map<@NotNull @Size(max = 7) String, @NotNull @Min(4) Integer> wordMap;

    @NotNull
    @Valid
    @ElementCollection
    List<@Valid Point> points;

    @Size(max = 8)
    List<@Size(max = 9) String> wordArray;
}
