package com.example.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;

@Entity
@Getter
@Setter
public class Vet extends BaseEntity {

    @Column(length = 60, nullable = false)
    private String fullName;

    @ManyToMany(fetch = FetchType.EAGER)
    private Set<Specialty> specialties = new HashSet<>();
}
