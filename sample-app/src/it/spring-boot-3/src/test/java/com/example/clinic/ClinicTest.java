package com.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.migration.MigrationReport;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The application on a new database. */
@SpringBootTest
class ClinicTest {

    @Autowired
    private MigrationReport report;

    @Autowired
    private OwnerRepository owners;

    @Autowired
    private PetTypeRepository types;

    @Autowired
    private SpecialtyRepository specialties;

    @Autowired
    private VetRepository vets;

    @Test
    void allMigrationsWereApplied() {
        assertThat(report.applied())
                .extracting(MigrationReport.Executed::id)
                .containsExactly("0001_initial", "0002_visit_kind");
    }

    @Test
    void whatIsSavedIsRead() {
        PetType cat = new PetType();
        cat.setName("cat");
        Visit visit = new Visit();
        visit.setVisitDate(LocalDate.of(2026, 3, 1));
        visit.setDescription("rabies");
        visit.setKind(Visit.Kind.VACCINATION);
        Pet pet = new Pet();
        pet.setName("Leo");
        pet.setBirthDate(LocalDate.of(2020, 9, 7));
        pet.setType(types.save(cat));
        pet.getVisits().add(visit);
        Owner owner = new Owner();
        owner.setFirstName("George");
        owner.setLastName("Franklin");
        owner.setTelephone("6085551023");
        owner.getPets().add(pet);
        owners.save(owner);

        Owner found = owners.findByLastName("Franklin").get(0);
        assertThat(found.getTelephone()).isEqualTo("6085551023");
        Pet leo = found.getPets().get(0);
        assertThat(leo.getName()).isEqualTo("Leo");
        assertThat(leo.getBirthDate()).isEqualTo("2020-09-07");
        assertThat(leo.getType().getName()).isEqualTo("cat");
        assertThat(leo.getVisits()).singleElement().satisfies(each -> {
            assertThat(each.getDescription()).isEqualTo("rabies");
            assertThat(each.getKind()).isEqualTo(Visit.Kind.VACCINATION);
        });
    }

    @Test
    void vetsHaveSpecialties() {
        Specialty surgery = new Specialty();
        surgery.setName("surgery");
        Vet vet = new Vet();
        vet.setFirstName("Linda");
        vet.setLastName("Douglas");
        vet.getSpecialties().add(specialties.save(surgery));
        Integer id = vets.save(vet).getId();

        assertThat(vets.findById(id).orElseThrow().getSpecialties())
                .extracting(Specialty::getName)
                .containsExactly("surgery");
    }
}
