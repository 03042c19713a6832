package org.keysteward.kernel.keycloak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;

/**
 * Reads our bodies strictly, and no others: bounded in size, depth and length, no field twice, none that we do not
 * know, no text where a number belongs.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class ApiBodyReader implements MessageBodyReader<ApiBody> {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final JavaType OBJECT =
            MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class);

    @Context
    @Nullable KeycloakSession session;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return ApiBody.class.isAssignableFrom(type);
    }

    @Override
    public ApiBody readFrom(
            Class<ApiBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var bytes = bounded(current(), stream);
        ApiBody body = parse(MAPPER.constructType(type), bytes);
        var errors = new FieldErrors();
        body.validate(errors);
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        Idempotency.remember(current(), bytes);
        return body;
    }

    /** A body of whatever fields. */
    static Map<String, Object> readObject(KeycloakSession session, InputStream stream) throws IOException {
        return parse(OBJECT, bounded(session, stream));
    }

    private static byte[] bounded(KeycloakSession session, InputStream stream) throws IOException {
        var limit = KernelFactory.of(session).maxBodyBytes();
        var bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ProblemException(
                    Problem.of(ProblemType.TOO_LARGE, "A body may have at most " + limit + " bytes here.")
                            .with("limit", limit));
        }
        return bytes;
    }

    private static <T> T parse(JavaType type, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, "The body is empty; JSON is needed."));
        }
        try {
            T body = MAPPER.readValue(bytes, type);
            if (body == null) {
                throw new ProblemException(Problem.invalidField("", "A JSON object is needed, not null."));
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(Problem.invalidField(pointer(e), "There is no such field."));
        } catch (MismatchedInputException e) {
            throw new ProblemException(Problem.invalidField(pointer(e), "This field has the wrong type."));
        } catch (JsonProcessingException e) {
            throw new ProblemException(isBeyondBounds(e) ? beyondBounds() : malformed(e));
        }
    }

    /** Jackson wraps what it says of bounds in what it says of the field where it stood. */
    private static boolean isBeyondBounds(JsonProcessingException e) {
        return e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException;
    }

    private static Problem beyondBounds() {
        return Problem.of(
                ProblemType.TOO_LARGE, "The JSON is nested deeper, or has longer texts or numbers, than is read here.");
    }

    private static Problem malformed(JsonProcessingException e) {
        var where = e.getLocation();
        var place = where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
        var twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        return Problem.of(
                ProblemType.MALFORMED_REQUEST,
                (twice ? "A field appears twice" : "The body is not valid JSON") + place + ".");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? Integer.toString(step.getIndex())
                                : FieldErrors.token(step.getFieldName())))
                .collect(Collectors.joining());
    }

    private KeycloakSession current() {
        if (session == null) {
            throw new IllegalStateException("A body is read outside a request");
        }
        return session;
    }
}
