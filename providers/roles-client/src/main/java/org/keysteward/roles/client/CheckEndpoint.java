package org.keysteward.roles.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code POST /check} at the realm door, with the caller's own token. */
final class CheckEndpoint {
    /** A thousand answers take a tenth of that. */
    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final URI address;
    private final Duration timeout;
    private final HttpClient http;

    CheckEndpoint(URI issuer, Duration connectTimeout, Duration timeout) {
        this.address = URI.create(issuer.toString().replaceAll("/+$", "") + "/keysteward/v1/check");
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                // The token goes to this address and to no other.
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @throws UndecidedException where that many clear answers do not come in time */
    List<Boolean> ask(AccessToken token, List<Question> questions) {
        var request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + token.raw())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofByteArray(Json.questions(questions)))
                .build();
        try {
            return answers(send(request), questions.size());
        } catch (IOException e) {
            throw new UndecidedException("The server could not be asked: " + e.getMessage(), e);
        }
    }

    private static List<Boolean> answers(HttpResponse<byte[]> response, int count) throws IOException {
        if (response.statusCode() == UNAUTHORIZED) {
            throw new UndecidedException("The server refused the token (401): is keysteward in its audience?");
        }
        if (response.statusCode() != OK) {
            throw new UndecidedException("The server answered " + response.statusCode());
        }
        return Json.answers(response.body(), count);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        var end = System.nanoTime() + timeout.toNanos();
        try {
            return send(request, timeout.toNanos());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // A connection that was kept, and that the server has closed meanwhile, fails once. Asking changes nothing,
            // so it can be done again; the client itself repeats no POST.
            return send(request, end - System.nanoTime());
        }
    }

    /** The request's own timeout ends when the headers are there; this one holds for the body, too. */
    private HttpResponse<byte[]> send(HttpRequest request, long nanos) throws IOException {
        var answer = http.sendAsync(request, headers -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + timeout);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UndecidedException("Interrupted while the server was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new UndecidedException("The server could not be asked", e.getCause());
        }
    }
}
