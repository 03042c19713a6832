package org.keysteward.scim.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Cases that are written down as YAML. */
final class Tables {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A row that says what it is about. */
    interface Case {
        String description();
    }

    private Tables() {}

    static <T> T document(String file, Class<T> type) {
        try (var stream = Tables.class.getResourceAsStream("/filter/" + file)) {
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <C extends Case> Stream<Named<C>> named(List<C> cases) {
        return cases.stream().map(one -> Named.of(one.description(), one));
    }
}
