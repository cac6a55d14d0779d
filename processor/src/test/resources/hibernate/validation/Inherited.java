package validation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Constraints above and below an entity, on fields and on getters. */
@MappedSuperclass
abstract class Inherited {

    @NotNull
    @Size(max = 51)
    String above;

    @Min(2)
    Integer aboveNumber;
}

interface Labelled {
    @NotNull
    @Size(max = 17)
    String getLabel();
}

interface Ranked extends Labelled {
    @Min(3)
    @Max(8)
    Integer getRank();
}

@MappedSuperclass
abstract class Ranking implements Ranked {
    Integer rank;

    public Integer getRank() {
        return rank;
    }
}

@Entity
class Promised extends Ranking {
    @Id long id;

    String label;

    public String getLabel() {
        return label;
    }
}

@Entity
class OneTable extends Inherited {
    @Id long id;

    @NotNull String own;
}

@Entity
class OneTableBelow extends OneTable {
    @NotNull
    @Size(max = 52)
    String below;

    @Max(7)
    Integer belowNumber;

    @NotNull
    @ManyToOne
    Constrained one;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Joined extends Inherited {
    @Id long id;
}

@Entity
class JoinedBelow extends Joined {
    @NotNull
    @Size(max = 53)
    @Min(1)
    String below;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Apart extends Inherited {
    @Id long id;
}

@Entity
class ApartBelow extends Apart {
    @NotNull
    @Size(max = 54)
    String below;
}

@Entity
class ByGetters {
    private long id;

    @NotNull
    @Size(max = 55)
    private String onField;

    private String onGetter;

    private boolean active;

    @Id
    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getOnField() {
        return onField;
    }

    public void setOnField(String onField) {
        this.onField = onField;
    }

    @NotNull
    @Size(max = 56)
    public String getOnGetter() {
        return onGetter;
    }

    public void setOnGetter(String onGetter) {
        this.onGetter = onGetter;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
