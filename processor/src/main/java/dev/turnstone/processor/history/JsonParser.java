package dev.turnstone.processor.history;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON as trees, read as strictly as the standard says: no comments, nothing twice, nothing after the end. */
final class JsonParser {

    /** Deeper than any file that Turnstone writes. */
    private static final int NESTING_LIMIT = 50;

    private static final Pattern LOCATION = Pattern.compile("line (\\d+) column (\\d+)");

    private final JsonReader reader;

    private JsonParser(JsonReader reader) {
        this.reader = reader;
    }

    static Object parse(String text) throws InvalidJsonException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(NESTING_LIMIT);
        JsonParser parser = new JsonParser(reader);
        try {
            Object tree = parser.value();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw parser.invalid("there is more after the end");
            }
            return tree;
        } catch (EOFException e) {
            throw parser.invalid("the file ends too early");
        } catch (MalformedJsonException e) {
            throw new InvalidJsonException(
                    String.valueOf(e.getMessage()).contains("Nesting limit")
                            ? parser.located("it is nested more than " + NESTING_LIMIT + " deep", reader.toString())
                            : parser.located("it is no JSON", e.getMessage()));
        } catch (NumberFormatException e) {
            throw parser.invalid("there is a number that no file of Turnstone has");
        } catch (IOException | IllegalStateException e) {
            throw parser.invalid("it is no JSON");
        }
    }

    private Object value() throws IOException, InvalidJsonException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> list();
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> reader.nextInt();
            default -> throw invalid("there is a value that no file of Turnstone has");
        };
    }

    private Map<String, Object> object() throws IOException, InvalidJsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (members.containsKey(name)) {
                throw invalid("the member \"" + Shown.text(name) + "\" is there twice");
            }
            members.put(name, value());
        }
        reader.endObject();
        return members;
    }

    private List<Object> list() throws IOException, InvalidJsonException {
        List<Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value());
        }
        reader.endArray();
        return elements;
    }

    private InvalidJsonException invalid(String what) {
        return new InvalidJsonException(located(what, reader.toString()));
    }

    private String located(String what, String location) {
        Matcher matcher = LOCATION.matcher(String.valueOf(location));
        return matcher.find() ? "line " + matcher.group(1) + ", column " + matcher.group(2) + ": " + what : what;
    }
}
