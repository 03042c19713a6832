package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.integrity.Times;

/**
 * Who was erased, a JSON line each, outside the database: a backup that is restored does not know of erasures since, and
 * brings keys back. The list has ids and times, and no names.
 */
final class ErasureList {
    private static final Logger LOG = Logger.getLogger(ErasureList.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final @Nullable Path file;

    ErasureList(@Nullable Path file) {
        this.file = file;
    }

    /** Whether there is a list at all. */
    boolean isKept() {
        return file != null;
    }

    /** On disk when it returns. */
    void add(String realm, String person, Instant time) throws IOException {
        if (file == null) {
            return;
        }
        var line = new TreeMap<>(Map.of("realm", realm, "person", person, "time", Times.text(time)));
        // A line that a dying node has left unfinished must not swallow this one.
        DurableFile.append(file, "\n" + MAPPER.writeValueAsString(line) + "\n");
    }

    /** Persons by realm, each once. */
    Map<String, Set<String>> read() throws IOException {
        var persons = new TreeMap<String, Set<String>>();
        if (file == null || !Files.exists(file)) {
            return persons;
        }
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> read(line, persons));
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return persons;
    }

    private static void read(String line, Map<String, Set<String>> persons) {
        try {
            var node = MAPPER.readTree(line);
            if (node.path("realm").isTextual() && node.path("person").isTextual()) {
                persons.computeIfAbsent(node.get("realm").textValue(), realm -> new LinkedHashSet<>())
                        .add(node.get("person").textValue());
                return;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        LOG.warn("A line of the audit trail's list of erasures cannot be read, and is left out");
    }
}
