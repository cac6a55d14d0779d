package com.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.migration.MigrationReport;
import java.time.Instant;
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
                .containsExactly("0001_initial", "0002_fee_in_cents");
    }

    @Test
    void whatIsSavedIsRead() {
        Owner owner = Owner.builder()
                .fullName("George Franklin")
                .address(new Address("110 W. Liberty St.", "Madison"))
                .build();
        Pet pet = new Pet();
        pet.setName("Leo");
        pet.setType(types.save(new PetType("cat")));
        pet.setOwner(owner);
        Visit visit = new Visit();
        visit.setPet(pet);
        visit.setAt(Instant.parse("2026-03-01T09:30:00Z"));
        visit.setFee(4250L);
        pet.getVisits().add(visit);
        owner.getPets().add(pet);
        owners.save(owner);

        Owner found = owners.findByAddressCity("Madison").get(0);
        assertThat(found.getFullName()).isEqualTo("George Franklin");
        assertThat(found.getAddress().street()).isEqualTo("110 W. Liberty St.");
        Pet leo = found.getPets().get(0);
        assertThat(leo.getType().getName()).isEqualTo("cat");
        assertThat(leo.getVisits()).singleElement().satisfies(each -> {
            assertThat(each.getAt()).isEqualTo("2026-03-01T09:30:00Z");
            assertThat(each.getFee()).isEqualTo(4250);
        });
    }

    @Test
    void vetsHaveSpecialties() {
        Vet vet = new Vet();
        vet.setFullName("Linda Douglas");
        vet.getSpecialties().add(specialties.save(new Specialty("surgery")));
        Long id = vets.save(vet).getId();

        assertThat(vets.findById(id).orElseThrow().getSpecialties())
                .extracting(Specialty::getName)
                .containsExactly("surgery");
    }
}
