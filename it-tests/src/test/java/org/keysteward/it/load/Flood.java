package org.keysteward.it.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/**
 * Requests at times that were set before: a server that is slow does not get fewer of them, they come late instead. Two of
 * three refresh tokens; the third changes a plan.
 */
final class Flood {
    private static final int CLIENTS = 16;
    private static final int REQUESTS_A_CHANGE = 3;
    private static final double NANOS_A_MILLI = 1_000_000;

    private final TestRealm realm;
    private final double perSecond;
    private final List<Sender> senders;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

    Flood(TestRealm realm, double perSecond) {
        this.realm = realm;
        this.perSecond = perSecond;
        this.senders = IntStream.range(0, CLIENTS).mapToObj(Sender::new).toList();
    }

    /** Sends a while, and forgets it: a server that has just started is slow. */
    void warmUp(Duration time) {
        run("warm-up-", time);
        acknowledged.clear();
        refused.clear();
        millis.clear();
        next.set(0);
    }

    /** Returns how long it took until the last answer came. */
    Duration run(Duration time) {
        return run("flood-", time);
    }

    private Duration run(String ids, Duration time) {
        int all = (int) Math.round(perSecond * time.toMillis() / 1000);
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (Sender sender : senders) {
            Thread thread = new Thread(() -> sender.send(ids, begin, all), "flood");
            thread.start();
            threads.add(thread);
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Ids of requests that were answered as they should be. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    /** From when each request was due to its answer. */
    Latencies latencies() {
        return Latencies.of(millis);
    }

    /** One client with a session and a plan of its own, over one connection. */
    private final class Sender {
        private final LoadClient client = new LoadClient(realm.keycloak().url());
        private final TestUser user;
        private final String plan;
        private String refreshToken;

        Sender(int number) {
            plan = "plan-" + number;
            user = realm.createUser("sender-" + number);
            refreshToken = client.directGrant(user);
            realm.adminDoor()
                    .body(Map.of("key", plan, "name", "Plan", "limits", Map.of("seats", 1)))
                    .post("/plans")
                    .then()
                    .statusCode(201);
        }

        void send(String ids, long begin, int all) {
            for (int number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                long due = begin + (long) (number / perSecond * 1_000_000_000L);
                LockSupport.parkNanos(due - System.nanoTime());
                String id = ids + number;
                client.nextRequests(id);
                try {
                    request(number);
                    acknowledged.add(id);
                } catch (IllegalStateException e) {
                    refused.add(id);
                    System.out.println(Instant.now() + " " + id + ": " + e.getMessage());
                }
                millis.add((System.nanoTime() - due) / NANOS_A_MILLI);
            }
        }

        private void request(int number) {
            if (number % REQUESTS_A_CHANGE != 0) {
                refreshToken = client.refresh(user, refreshToken);
                return;
            }
            client.change(
                    realm,
                    "/plans/" + plan,
                    "{\"name\":\"Plan " + number + "\",\"limits\":{\"seats\":" + (number + 2) + "}}",
                    realm.keycloak().administratorToken());
        }
    }
}
