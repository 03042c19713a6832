package org.keysteward.it.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A SCIM server as its client sees it: one kept connection, and nothing around the requests. */
final class ScimEndpoint {
    private static final String MEDIA_TYPE = "application/scim+json";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private final String token;

    /** @param path where {@code /Users} is below, without a slash at its end */
    ScimEndpoint(URI server, String path, String token) {
        this.base = server.resolve(path);
        this.token = token;
    }

    String read(String pathAndQuery) {
        return expect(200, send(request(pathAndQuery).GET()));
    }

    /** A page of users. */
    String list(int startIndex, int count) {
        return read("/Users?startIndex=" + startIndex + "&count=" + count);
    }

    String find(String filter, int count) {
        return read("/Users?count=" + count + "&filter=" + encoded(filter));
    }

    String create(String endpoint, String json) {
        return expect(201, send(request(endpoint).POST(BodyPublishers.ofString(json))));
    }

    String bulk(String json) {
        return expect(200, send(request("/Bulk").POST(BodyPublishers.ofString(json))));
    }

    /** Answered with the resource, or with nothing. */
    void patch(String path, String json) {
        HttpResponse<String> answer = send(request(path).method("PATCH", BodyPublishers.ofString(json)));
        expect(answer.statusCode() == 204 ? 204 : 200, answer);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", MEDIA_TYPE)
                .header("Content-Type", MEDIA_TYPE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + request, e);
        }
    }

    /** A measured request that fails would count as a quick one. */
    private static String expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("%s answered %d instead of %d: %s"
                    .formatted(response.request(), response.statusCode(), status, response.body()));
        }
        return response.body();
    }
}
