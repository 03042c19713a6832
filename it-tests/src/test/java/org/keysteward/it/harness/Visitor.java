package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who follows links and fills in Keycloak's forms, with cookies of their own and without scripts. */
public final class Visitor {
    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a[^>]*\\shref=\"([^\"]+)\"[^>]*>([^<]*)</a>", Pattern.DOTALL);
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final int MAX_REDIRECTS = 12;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    // Keycloak's cookies are secure ones, which a browser sends to localhost and Java's own cookie manager does not.
    private final Map<String, HttpCookie> cookies = new HashMap<>();

    /**
     * Where the visitor has come to.
     *
     * @param location the address, or where an application is called back; nobody listens there, so nothing is read
     */
    public record Place(URI location, int status, String body) {
        /** The page without its markup. */
        public String text() {
            return body.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("&quot;|&#34;", "\"")
                    .replaceAll("&#39;|&apos;", "'")
                    .replaceAll("\\s+", " ");
        }
    }

    /** Opens the address and follows where it leads. */
    public Place open(String url) {
        return follow(URI.create(url), request(URI.create(url)).GET().build());
    }

    /** Fills in the page's first form and follows where it leads. */
    public Place submit(Place page, Map<String, String> fields) {
        Matcher action = FORM_ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("No form on " + page.location() + ": " + page.text());
        }
        URI target = page.location().resolve(action.group(1).replace("&amp;", "&"));
        return follow(
                target,
                request(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build());
    }

    /** Sends the page's form as it is, as the page's own script would, and follows where it leads. */
    public Place submit(Place page) {
        Map<String, String> hidden = HIDDEN_FIELD
                .matcher(page.body())
                .results()
                .collect(Collectors.toMap(field -> field.group(1), field -> text(field.group(2))));
        return submit(page, hidden);
    }

    /** Follows the page's first link whose words contain these. */
    public Place click(Place page, String words) {
        Matcher link = LINK.matcher(page.body());
        while (link.find()) {
            if (link.group(2).contains(words)) {
                return open(page.location()
                        .resolve(link.group(1).replace("&amp;", "&"))
                        .toString());
            }
        }
        throw new IllegalStateException("No link " + words + " on " + page.location() + ": " + page.text());
    }

    private Place follow(URI from, HttpRequest first) {
        HttpRequest request = first;
        URI at = from;
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            HttpResponse<String> response = send(request);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            String location = response.headers().firstValue("Location").orElse(null);
            if (response.statusCode() / 100 != 3 || location == null) {
                return new Place(at, response.statusCode(), response.body());
            }
            URI next = at.resolve(location);
            if (next.getPort() != from.getPort()) {
                return new Place(next, response.statusCode(), "");
            }
            at = next;
            request = request(at).GET().build();
        }
        throw new IllegalStateException("Redirected in circles, at last to " + at);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + request, e);
        }
    }

    private void keep(String header) {
        HttpCookie.parse(header).forEach(cookie -> {
            String key = cookie.getName() + " " + cookie.getPath();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(key);
            } else {
                cookies.put(key, cookie);
            }
        });
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
        String sent = cookies.values().stream()
                .filter(cookie -> cookie.getPath() == null || uri.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        return request;
    }

    /** Base64 in an attribute: Keycloak writes some of its characters as entities. */
    private static String text(String attribute) {
        return attribute
                .replace("&#x2b;", "+")
                .replace("&#x3d;", "=")
                .replace("&#x2f;", "/")
                .replace("&amp;", "&");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
