package org.keysteward.kernel.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON (RFC 8259): no member twice, no more than {@value #MAX_DEPTH} levels, nothing behind the value, no half of
 * a surrogate pair. Objects become maps, arrays lists, numbers longs where they fit and doubles where they do not.
 *
 * <p>The only class that knows Gson: the commands run where there is no Jackson.
 */
public final class Json {
    /** As deep as the bodies of the API. */
    public static final int MAX_DEPTH = 32;

    private Json() {}

    public static Map<String, @Nullable Object> object(byte[] utf8) throws MalformedException {
        try {
            return object(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedException("Not UTF-8.", e);
        }
    }

    public static Map<String, @Nullable Object> object(String text) throws MalformedException {
        if (!(read(text) instanceof Map<?, ?> map)) {
            throw new MalformedException("Not a JSON object.");
        }
        return objectOf(map);
    }

    /** What {@link #read} gives for an object: its keys are texts. */
    public static Map<String, @Nullable Object> objectOf(Map<?, ?> map) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return Collections.unmodifiableMap(object);
    }

    public static @Nullable Object read(String text) throws MalformedException {
        // Gson would skip a byte order mark.
        if (text.startsWith("\uFEFF")) {
            throw new MalformedException("Not strict JSON.");
        }
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            var value = value(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedException("More than one JSON value.");
            }
            return value;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new MalformedException("Not strict JSON.", e);
        }
    }

    public static String write(@Nullable Object value) {
        return write(value, "");
    }

    public static String writeIndented(@Nullable Object value) {
        return write(value, "  ");
    }

    private static @Nullable Object value(JsonReader reader) throws IOException, MalformedException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members(reader);
            case BEGIN_ARRAY -> elements(reader);
            case STRING -> text(reader.nextString());
            case NUMBER -> ToNumberPolicy.LONG_OR_DOUBLE.readNumber(reader);
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            case END_OBJECT, END_ARRAY, END_DOCUMENT, NAME -> throw new MalformedException("Not strict JSON.");
        };
    }

    private static Map<String, @Nullable Object> members(JsonReader reader) throws IOException, MalformedException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        reader.beginObject();
        while (reader.hasNext()) {
            var name = text(reader.nextName());
            if (members.containsKey(name)) {
                throw new MalformedException("A JSON member stands there twice.");
            }
            members.put(name, value(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> elements(JsonReader reader) throws IOException, MalformedException {
        var elements = new ArrayList<@Nullable Object>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(elements);
    }

    /** Half of a surrogate pair, which only an escape can smuggle in, is kept differently by every database. */
    private static String text(String text) throws MalformedException {
        // An encoder for each text is most of the time that reading takes.
        if (text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedException("A JSON text holds half of a surrogate pair.");
        }
        return text;
    }

    private static String write(@Nullable Object value, String indent) {
        var text = new StringWriter();
        try (var writer = new JsonWriter(text)) {
            writer.setStrictness(Strictness.STRICT);
            writer.setIndent(indent);
            write(value, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonWriter writer) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else if (value instanceof Map<?, ?> map) {
            writer.beginObject();
            for (var member : map.entrySet()) {
                writer.name(String.valueOf(member.getKey()));
                write(member.getValue(), writer);
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> elements) {
            writer.beginArray();
            for (var element : elements) {
                write(element, writer);
            }
            writer.endArray();
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean truth) {
            writer.value(truth);
        } else if (value instanceof CharSequence text) {
            writer.value(text.toString());
        } else {
            throw new IllegalArgumentException("Not JSON: " + value.getClass());
        }
    }
}
