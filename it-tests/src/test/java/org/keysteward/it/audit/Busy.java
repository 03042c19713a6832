package org.keysteward.it.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.TestRealm;

/**
 * People and administrators who go on until the server is gone, and remember what it has answered: users, groups, plans
 * and sessions by id. What got no answer may have happened or not.
 */
final class Busy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What was answered, over all lives of the server. */
    static final class Answered {
        final Set<String> users = ConcurrentHashMap.newKeySet();
        final Set<String> groups = ConcurrentHashMap.newKeySet();
        final Set<String> plans = ConcurrentHashMap.newKeySet();
        final Set<String> sessions = ConcurrentHashMap.newKeySet();
        final AtomicInteger names = new AtomicInteger();

        int count() {
            return users.size() + groups.size() + plans.size() + sessions.size();
        }
    }

    private final Keycloak keycloak;
    private final String realm;
    private final Answered answered;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile boolean over;

    Busy(Keycloak keycloak, String realm, Answered answered) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.answered = answered;
    }

    /** Keeps them busy, and returns once all have stopped: nobody answers any more. */
    void until(Kill kill) throws InterruptedException {
        String token = keycloak.administratorToken();
        List<Thread> people = new ArrayList<>();
        people.add(start(() -> create(token, "/users", name -> Map.of("username", name), answered.users)));
        people.add(start(() -> create(token, "/groups", name -> Map.of("name", name), answered.groups)));
        people.add(start(() -> plan(token)));
        people.add(start(this::signIn));
        people.add(start(this::signIn));
        kill.now();
        over = true;
        for (Thread person : people) {
            person.join();
        }
    }

    /** What ends the server's life. */
    interface Kill {
        void now() throws InterruptedException;
    }

    private interface Act {
        void once() throws IOException, InterruptedException;
    }

    private interface Body {
        Map<String, Object> of(String name);
    }

    private Thread start(Act act) {
        Thread person = new Thread(() -> {
            while (!over) {
                try {
                    act.once();
                } catch (IOException gone) {
                    // No answer: nothing to remember.
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        person.start();
        return person;
    }

    private void create(String token, String path, Body body, Set<String> created)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request("/admin/realms/" + realm + path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body.of(name()))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            created.add(location.substring(location.lastIndexOf('/') + 1));
        }
    }

    private void plan(String token) throws IOException, InterruptedException {
        String key = name();
        Set<String> ids = ConcurrentHashMap.newKeySet();
        create(token, "/keysteward/v1/plans", name -> Map.of("key", key, "name", key), ids);
        if (!ids.isEmpty()) {
            answered.plans.add(key);
        }
    }

    private void signIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request("/realms/" + realm + "/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=" + TestRealm.CLIENT
                                + "&username=alice&password=" + URLEncoder.encode("password", StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            String access = new JsonPath(answer.body()).getString("access_token");
            String claims =
                    new String(Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            answered.sessions.add(new JsonPath(claims).getString("sid"));
        }
    }

    private String name() {
        return "n" + answered.names.incrementAndGet();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(keycloak.url() + path)).timeout(PATIENCE);
    }
}
