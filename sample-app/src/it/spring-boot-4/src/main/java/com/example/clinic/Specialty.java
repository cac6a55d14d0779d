package com.example.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@NoArgsConstructor
@AllArgsConstructor
public class Specialty extends BaseEntity {

    @Column(length = 80, nullable = false, unique = true)
    private String name;
}
