package org.keysteward.roles.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Answers questions as {@code POST /check} does, or as a test wants it. */
public final class CheckServer implements AutoCloseable {
    /** What is done with a request. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Set<String> allowed = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = this::decide;

    public CheckServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/realms/demo/keysteward/v1/check", this::handle);
        server.start();
    }

    public URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/realms/demo");
    }

    /** @param question {@code acme journeys.publish} or {@code acme journeys.publish workspace/emea} */
    public CheckServer allow(String question) {
        allowed.add(question);
        return this;
    }

    public void revoke(String question) {
        allowed.remove(question);
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public void behaveWell() {
        behaviour = this::decide;
    }

    /** The bodies of all requests. */
    public List<JsonNode> bodies() {
        return bodies;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    public static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        bodies.add(JSON.readTree(exchange.getRequestBody()));
        behaviour.answer(exchange);
    }

    private void decide(HttpExchange exchange) throws IOException {
        var answers = StreamSupport.stream(bodies.get(bodies.size() - 1).spliterator(), false)
                .map(question -> "{\"allowed\":" + allowed.contains(text(question)) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        respond(exchange, 200, answers);
    }

    private static String text(JsonNode question) {
        return (question.path("tenant").asText() + " "
                        + question.path("permission").asText() + " "
                        + question.path("path").asText())
                .strip();
    }
}
