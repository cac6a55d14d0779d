package model;

import jakarta.persistence.*;
import java.util.List;

/** Access by getters, and converters. */
@Entity
public class Properties1 {
    private Long theKey; private String myName; private boolean active; private String URL; private Celsius celsius; private Celsius raw; private List<Celsius> history; private Mixed mixed;
    @Id @GeneratedValue public Long getTheKey() { return theKey; } public void setTheKey(Long k) { theKey = k; }
    @Column(length = 33) public String getMyName() { return myName; } public void setMyName(String n) { myName = n; }
    public boolean isActive() { return active; } public void setActive(boolean a) { active = a; }
    public String getURL() { return URL; } public void setURL(String u) { URL = u; }
    public Celsius getCelsius() { return celsius; } public void setCelsius(Celsius c) { celsius = c; }
    @Convert(disableConversion = true) public Celsius getRaw() { return raw; } public void setRaw(Celsius c) { raw = c; }
    @ElementCollection public List<Celsius> getHistory() { return history; } public void setHistory(List<Celsius> h) { history = h; }
    public Mixed getMixed() { return mixed; } public void setMixed(Mixed m) { mixed = m; }
    @Transient public String getNothing() { return ""; }

    public static class Celsius implements java.io.Serializable { public double degrees; }
    @Converter(autoApply = true) public static class CelsiusConverter implements AttributeConverter<Celsius, Double> {
        public Double convertToDatabaseColumn(Celsius c) { return c == null ? null : c.degrees; }
        public Celsius convertToEntityAttribute(Double d) { return new Celsius(); }
    }
    @Embeddable @Access(AccessType.FIELD) public static class Mixed { String byField; @Transient private String byGetter; @Access(AccessType.PROPERTY) public String getByGetter() { return byGetter; } public void setByGetter(String s) { byGetter = s; }
        @Convert(converter = Explicit.class) Celsius explicit; }
    @Converter public static class Explicit extends Abstract1<String> { public String convertToDatabaseColumn(Celsius c) { return ""; } public Celsius convertToEntityAttribute(String d) { return new Celsius(); } }
    public abstract static class Abstract1<T> implements AttributeConverter<Celsius, T> { }
}
