package com.example.clinic;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;

@Entity
@Getter
@Setter
public class Pet extends BaseEntity {

    @Column(length = 80, nullable = false)
    private String name;

    private LocalDate birthDate;

    @ManyToOne(optional = false)
    private PetType type;

    @ManyToOne(optional = false)
    private Owner owner;

    @OneToMany(mappedBy = "pet", cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    private Set<Visit> visits = new HashSet<>();
}
