package org.keysteward.it.audit;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keysteward.it.harness.TestRealm;

/** Listens to the live tail at the realm door, as a browser's {@code EventSource} does. */
final class Listener implements AutoCloseable {
    record Event(String id, String name, JsonPath data) {}

    private final BufferedReader lines;

    private Listener(BufferedReader lines) {
        this.lines = lines;
    }

    static Listener of(TestRealm realm, String token, String query, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(
                        realm.keycloak().url() + "/realms/" + realm.name() + "/keysteward/v1/audit/stream?" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(10));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("The live tail answered " + answer.statusCode() + ": "
                    + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Listener(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** The next event of that name, within ten seconds. */
    Event next(String name) throws Exception {
        return CompletableFuture.supplyAsync(() -> read(name)).get(10, TimeUnit.SECONDS);
    }

    private Event read(String wanted) {
        try {
            var id = "";
            var name = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (name.equals(wanted)) {
                        return new Event(id, name, new JsonPath(data.toString()));
                    }
                    data.setLength(0);
                    name = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
            throw new AssertionError("The live tail has ended");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
