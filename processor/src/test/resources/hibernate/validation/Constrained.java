package validation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Version;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.URL;

/** Each constraint on plain attributes. */
@Entity
class Constrained {

    enum Color {
        RED,
        GREEN
    }

    interface Later {}

    interface MoreThanDefault extends Default {}

    @NotNull
    @Size(max = 20)
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Title {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Title
    @Min(3)
    @ReportAsSingleViolation
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface NumberedTitle {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Size
    @Min(0)
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Bounded {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "max")
        int longest() default 70;

        @OverridesAttribute(constraint = Min.class, name = "value")
        long value() default 7;
    }

    @ConstraintComposition(CompositionType.OR)
    @NotNull
    @Size(max = 15)
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Either {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @ConstraintComposition
    @NotNull
    @Size(max = 16)
    @Constraint(validatedBy = {})
    @Target({ElementType.FIELD, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Both {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Both String both;

    @Id
    @GeneratedValue
    @NotNull
    Long id;

    @Version
    @NotNull
    Integer version;

    @NotNull String notNull;

    @NotBlank String notBlank;

    @NotEmpty String notEmpty;

    @Null String nothing;

    @NotNull
    @Column(nullable = true)
    String notNullInSpite;

    @NotNull Integer notNullNumber;

    @NotNull Color color;

    @NotNull
    @Lob
    String large;

    @Size(max = 40)
    String sized;

    @Size(min = 2)
    String sizedBelow;

    @Size(max = 30)
    @Column(length = 100)
    String sizedInSpite;

    @Size(max = 300)
    @Column(length = 100)
    String sizedBeyond;

    @Size(max = 25)
    @Lob
    String sizedLarge;

    @Size(max = 10)
    byte[] bytes;

    @Size(max = 10)
    char[] chars;

    @Size.List({@Size(min = 1), @Size(max = 33)})
    String sizedInList;

    @Size(min = 1)
    @Size(max = 34)
    String sizedRepeated;

    @Length(max = 50)
    String lengthy;

    @Length(max = 50)
    @Column(columnDefinition = "varchar(99)")
    String defined;

    @Digits(integer = 5, fraction = 2)
    BigDecimal exact;

    @Digits(integer = 5, fraction = 2)
    @Column(precision = 20, scale = 6)
    BigDecimal decimalInSpite;

    @Digits(integer = 4, fraction = 0)
    BigInteger whole;

    @Digits(integer = 4, fraction = 0)
    Long wholeLong;

    @Digits(integer = 4, fraction = 0)
    String digitsOfText;

    @Min(1)
    @Max(9)
    int fromTo;

    @Min(-5)
    BigDecimal atLeast;

    @Max(100)
    Long atMost;

    @Min(value = 1, groups = Later.class)
    Long aboveLater;

    @Min.List({@Min(2), @Min(3)})
    Long aboveTwice;

    @Range(min = 2, max = 8)
    Integer inRange;

    @Range(min = 2)
    Long rangeFrom;

    @Range(max = 8)
    Long rangeTo;

    @Positive Integer positive;

    @PositiveOrZero Long positiveOrZero;

    @Negative Integer negative;

    @DecimalMin("1.5")
    @DecimalMax("9.5")
    BigDecimal decimals;

    @Email String email;

    @URL String url;

    @Pattern(regexp = "[a-z]*")
    String pattern;

    @AssertTrue Boolean truth;

    @Past LocalDate past;

    @NotNull(groups = Later.class)
    String later;

    @NotNull(groups = {Later.class, Default.class})
    String laterAndNow;

    @NotNull(groups = MoreThanDefault.class)
    String moreThanDefault;

    @Title String title;

    @Title(groups = Later.class)
    String titleLater;

    @NumberedTitle String numberedTitle;

    @Bounded(longest = 60)
    String bounded;

    @Either String either;

    String byGetter;

    @NotNull
    @Size(max = 45)
    public String getByGetter() {
        return byGetter;
    }
}
