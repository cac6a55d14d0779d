package com.example.clinic;

import dev.turnstone.annotations.Fill;
import dev.turnstone.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "visits")
public class Visit extends BaseEntity {

    public enum Kind {
        CHECKUP,
        VACCINATION,
        SURGERY
    }

    private LocalDate visitDate;

    @RenamedFrom("notes")
    private String description;

    @Fill("CHECKUP")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind = Kind.CHECKUP;

    public LocalDate getVisitDate() {
        return visitDate;
    }

    public void setVisitDate(LocalDate visitDate) {
        this.visitDate = visitDate;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }
}
