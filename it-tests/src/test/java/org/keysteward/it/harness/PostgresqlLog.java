package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own log while it logs every statement. It needs a server with {@code logging_collector = on} and {@code
 * log_destination = jsonlog}.
 */
final class PostgresqlLog implements AutoCloseable {
    /** How long the server may take to write down what it has done. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);

    /** Keycloak may send its last statements after the client has read the response. */
    private static final Duration AFTERMATH = Duration.ofMillis(50);

    /** {@code execute <unnamed>: select ...} and {@code statement: select ...}; a further fetch is no statement. */
    private static final Pattern STATEMENT =
            Pattern.compile("^(?:execute (?!fetch from)[^:]*|statement): (.*)$", Pattern.DOTALL);

    /** The server's other processes reload their configuration when they notice, and nobody tells when all have. */
    private static final Duration RELOADED_WITHIN = Duration.ofMillis(300);

    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "^(begin|start transaction|commit|rollback|set session characteristics)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Tables that only work in the background touches. */
    private static final List<String> BACKGROUND =
            List.of("ks_lease", "ks_audit_chain", "from ks_audit_inbox", "ks_audit_checkpoint");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final String database;
    private final int ownProcess;

    private PostgresqlLog(Connection connection) throws SQLException {
        this.connection = connection;
        this.database = text("select current_database()");
        this.ownProcess = Integer.parseInt(text("select pg_backend_pid()"));
    }

    static PostgresqlLog following(Connection connection) throws SQLException {
        PostgresqlLog log = new PostgresqlLog(connection);
        log.execute("alter system set log_statement = 'all'");
        log.execute("select pg_reload_conf()");
        log.awaitReload();
        return log;
    }

    /** The statements that other connections to this database have sent while the request was running. */
    StatementLog during(Runnable request) {
        try {
            long before = size();
            String begin = mark();
            request.run();
            Thread.sleep(AFTERMATH.toMillis());
            String written = awaitWritten(before, mark());
            // From the line after the mark on: the size was taken in the middle of some other line, perhaps.
            return parsed(written.substring(written.indexOf('\n', written.indexOf(begin)) + 1));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's log cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was writing its log", e);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("alter system reset log_statement");
        execute("select pg_reload_conf()");
    }

    /** Leaves a unique text in the log and returns it. */
    private String mark() throws SQLException {
        String mark = "mark-" + UUID.randomUUID();
        execute("select '" + mark + "'");
        return mark;
    }

    /** Returns the log from that offset up to the mark. Another process writes it, so the mark may take a moment. */
    private String awaitWritten(long from, String mark) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + WRITTEN_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            String written = since(from);
            int end = written.indexOf(mark);
            if (end >= 0) {
                return written.substring(0, written.lastIndexOf('\n', end) + 1);
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("PostgreSQL did not log a statement within " + WRITTEN_WITHIN.toSeconds()
                + " s; is its logging_collector on?");
    }

    private void awaitReload() {
        try {
            Thread.sleep(RELOADED_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private StatementLog parsed(String written) {
        List<Logged> logged = new ArrayList<>();
        for (String line : written.split("\n", -1)) {
            Logged statement = line.isEmpty() ? null : statement(line);
            if (statement != null) {
                logged.add(statement);
            }
        }
        Set<String> ofTheServerItself = logged.stream()
                .filter(Logged::isOfTheServerItself)
                .map(Logged::transaction)
                .collect(Collectors.toSet());
        return new StatementLog(logged.stream()
                .filter(statement -> !ofTheServerItself.contains(statement.transaction()))
                .map(Logged::text)
                .toList());
    }

    /** A statement, and the transaction that it belongs to. */
    private record Logged(String transaction, String text) {
        /** What no request sends: the sealer of the audit trail runs all the time. */
        boolean isOfTheServerItself() {
            String lower = text.toLowerCase(Locale.ROOT);
            return BACKGROUND.stream().anyMatch(lower::contains);
        }
    }

    /** The statement in a line of the log, or null when it is none of a request's. */
    private @Nullable Logged statement(String line) {
        JsonNode entry = json(line);
        if (!entry.path("dbname").asText().equals(database) || entry.path("pid").asInt() == ownProcess) {
            return null;
        }
        Matcher statement = STATEMENT.matcher(entry.path("message").asText());
        if (!statement.matches()
                || TRANSACTION_CONTROL.matcher(statement.group(1)).matches()) {
            return null;
        }
        return new Logged(entry.path("pid").asText() + " " + entry.path("vxid").asText(), statement.group(1));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote a line that is no JSON: " + line, e);
        }
    }

    private long size() throws SQLException {
        return Long.parseLong(text("select size from pg_stat_file(pg_current_logfile('jsonlog'))"));
    }

    private String since(long offset) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "select pg_read_binary_file(pg_current_logfile('jsonlog'), ?, 1000000000)")) {
            read.setLong(1, offset);
            try (ResultSet result = read.executeQuery()) {
                result.next();
                return new String(result.getBytes(1), UTF_8);
            }
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
