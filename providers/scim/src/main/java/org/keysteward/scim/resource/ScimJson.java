package org.keysteward.scim.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/** Bodies of requests and answers: JSON in UTF-8 (RFC 7644, section 3.8), of bounded size, depth and numbers. */
public final class ScimJson {
    static final int MAX_DEPTH = 30;
    static final int MAX_NUMBER_LENGTH = 100;
    static final int MAX_NAME_LENGTH = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final ObjectMapper MAPPER = mapper();

    private ScimJson() {}

    /**
     * Reads a body that is one object.
     *
     * @throws ScimException 413 where it has more than {@code maxBytes}, else {@code invalidSyntax}: not UTF-8, not JSON,
     *     no object, a name twice in one object, something behind the object, more than 30 levels or 100 digits, or
     *     characters that no text has (U+0000, half a surrogate pair)
     */
    public static ObjectNode parse(byte[] body, int maxBytes) throws ScimException {
        if (body.length > maxBytes) {
            throw new ScimException(413, null, "The body is larger than " + maxBytes + " bytes");
        }
        if (!(tree(text(body)) instanceof ObjectNode object)) {
            throw invalid("The body has to be a JSON object");
        }
        requireStorable(object);
        return object;
    }

    /** In UTF-8, without white space. */
    public static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A tree that is not JSON", e);
        }
    }

    // Jackson would guess UTF-16 and UTF-32 from the bytes, and would take broken UTF-8 in some places.
    private static String text(byte[] body) throws ScimException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw invalid("The body begins with a byte order mark; it has to be UTF-8 without one");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw invalid("The body is not UTF-8");
        }
    }

    private static JsonNode tree(String text) throws ScimException {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw invalid("The body is nested deeper than " + MAX_DEPTH + " levels, or has a number of more than "
                    + MAX_NUMBER_LENGTH + " digits or a name of more than " + MAX_NAME_LENGTH + " characters");
        } catch (JsonProcessingException e) {
            throw invalid(
                    isDuplicate(e) ? "A name is twice in one object" + place(e) : "The body is not JSON" + place(e));
        }
    }

    // Jackson has no exception of its own for it.
    private static boolean isDuplicate(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    }

    // The parser's own message quotes the body, which may hold a password.
    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static void requireStorable(JsonNode node) throws ScimException {
        if (node.isTextual()) {
            requireStorable(node.textValue());
        }
        for (var name = node.fieldNames(); name.hasNext(); ) {
            requireStorable(name.next());
        }
        for (var child : node) {
            requireStorable(child);
        }
    }

    private static void requireStorable(String text) throws ScimException {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                throw invalid("A text has the character U+0000");
            }
            if (Character.isSurrogate(c)) {
                if (!isPair(text, i)) {
                    throw invalid("A text has half a surrogate pair");
                }
                i++;
            }
        }
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ScimType.INVALID_SYNTAX, detail);
    }

    private static ObjectMapper mapper() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        var factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                // Names come from outside: interned or kept as canonical, they would stay in memory.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build();
    }
}
