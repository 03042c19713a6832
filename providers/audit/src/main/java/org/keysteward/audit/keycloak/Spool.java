package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Records that the database refused, a JSON line each, in files of this node's directory: on disk when {@link #append}
 * returns, and read in when the database takes them again. What says who somebody is stands there encrypted, as in the
 * database.
 */
final class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OPEN = "spool.jsonl";

    private final Path directory;

    Spool(Path directory) {
        this.directory = directory;
    }

    /** @throws UncheckedIOException where the disk refuses it too */
    synchronized void append(Inbox.Row row) {
        try {
            // A line that a dying node has left unfinished must not swallow this one.
            DurableFile.append(directory.resolve(OPEN), "\n" + MAPPER.writeValueAsString(row) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The audit spool cannot be written: " + directory, e);
        }
    }

    /** Reads in what is there. A line that was read in before is not read in again: its id says so. */
    void readIn(KeycloakSessionFactory factory) {
        close();
        List<Path> files;
        try (var found = Files.list(directory)) {
            files = found.filter(file -> file.getFileName().toString().startsWith("spool-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return;
        }
        for (var file : files) {
            try {
                var lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
                KeycloakModelUtils.runJobInTransaction(factory, session -> {
                    for (var line : lines) {
                        readIn(session, line);
                    }
                });
                Files.delete(file);
                LOG.infof("Read %d audit records from the spool", lines.size());
            } catch (IOException | RuntimeException e) {
                LOG.warnf("The audit spool %s stays for now: %s", file.getFileName(), e.getMessage());
                return;
            }
        }
    }

    private static void readIn(KeycloakSession session, String line) {
        Inbox.Row row;
        try {
            row = MAPPER.readValue(line, Inbox.Row.class);
        } catch (JsonProcessingException e) {
            // The node died while it wrote: then nobody got an answer that rests on this line.
            LOG.warn("A line of the audit spool was not written to its end");
            return;
        }
        var id = UUID.fromString(row.id());
        var entityManager = Rows.entityManager(session);
        var sealed = entityManager
                .createNativeQuery("select count(*) from KS_AUDIT_RECORD where ID = ?1", Long.class)
                .setParameter(1, id)
                .getSingleResult();
        if (((Number) sealed).longValue() == 0 && entityManager.find(InboxEntity.class, id) == null) {
            entityManager.persist(row.entity());
        }
    }

    /** Lets the next record begin another file. */
    private synchronized void close() {
        var open = directory.resolve(OPEN);
        if (!Files.exists(open)) {
            return;
        }
        try {
            Files.move(open, directory.resolve("spool-" + UUID.randomUUID() + ".jsonl"));
        } catch (IOException e) {
            LOG.warnf("The audit spool cannot be read in: %s", e.getMessage());
        }
    }
}
