package org.keysteward.audit.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keysteward.audit.keycloak.HourRows.Span;
import org.keysteward.audit.query.AuditFilter;
import org.keysteward.audit.query.Tail;
import org.keysteward.kernel.Actor;

/** Somebody who listens to what is sealed (server-sent events, WHATWG HTML section 9.2). */
final class TailConsumer {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BATCH = 500;
    private static final int BATCHES = 10;
    private static final int LEAST_UNSENT = 200;

    /** What is listened to, by whom, and until when. */
    record Subscription(String realm, @Nullable String tenant, AuditFilter filter, Actor actor, Instant until) {}

    private final Subscription subscription;
    private final Tail tail;
    private final Sse sse;
    private final SseEventSink sink;
    private final AtomicInteger unsent = new AtomicInteger();
    private final int mostUnsent;
    private Instant spoken;

    TailConsumer(Subscription subscription, Tail tail, int eventsPerSecond, Sse sse, SseEventSink sink, Instant now) {
        this.subscription = subscription;
        this.tail = tail;
        this.mostUnsent = Math.max(LEAST_UNSENT, eventsPerSecond);
        this.sse = sse;
        this.sink = sink;
        this.spoken = now;
    }

    String realm() {
        return subscription.realm();
    }

    String actorId() {
        return subscription.actor().id();
    }

    /** Gives what there is up to the end of the chain, as far as it may have it now. */
    void advance(KeycloakSession session, Sql sql, ServerKeys keys, long end, Instant now) throws SQLException {
        var query = new RecordQuery(sql, keys, realm(), subscription.tenant());
        var toSend = new ArrayList<RecordRow>();
        for (var batch = 0; batch < BATCHES && tail.position() < end; batch++) {
            var rows = query.read(
                    subscription.filter(),
                    new Span(tail.position() + 1, end),
                    RecordQuery.Direction.OLDEST_FIRST,
                    BATCH);
            for (var row : rows) {
                var turn = tail.next(row.seq(), unsent.get() + toSend.size() < mostUnsent, now);
                if (turn == Tail.Turn.SEND) {
                    toSend.add(row);
                } else if (turn == Tail.Turn.WAIT) {
                    send(session, sql, keys, toSend, now);
                    return;
                }
            }
            if (rows.size() < BATCH) {
                tail.skipTo(end);
            }
        }
        send(session, sql, keys, toSend, now);
        tail.takeDropped().ifPresent(dropped -> send(event("dropped", dropped.lastSeq(), dropped), now));
    }

    /** So that nobody in between takes a quiet line for a dead one. */
    void keepAlive(Instant now) {
        if (spoken.plus(HEARTBEAT).isBefore(now)) {
            send(sse.newEventBuilder().comment("still here").build(), now);
        }
    }

    boolean isOver(Instant now) {
        return sink.isClosed() || !now.isBefore(subscription.until());
    }

    void close() {
        sink.close();
    }

    private void send(KeycloakSession session, Sql sql, ServerKeys keys, ArrayList<RecordRow> rows, Instant now)
            throws SQLException {
        for (var view : new RecordViews(session, sql, keys, realm()).of(rows)) {
            send(event("record", view.seq(), view), now);
        }
    }

    private OutboundSseEvent event(String name, long seq, Object data) {
        try {
            return sse.newEventBuilder()
                    .id(Long.toString(seq))
                    .name(name)
                    .data(String.class, MAPPER.writeValueAsString(data))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record is made of texts, numbers, lists and objects", e);
        }
    }

    private void send(OutboundSseEvent event, Instant now) {
        if (sink.isClosed()) {
            return;
        }
        spoken = now;
        unsent.incrementAndGet();
        sink.send(event).whenComplete((sent, failure) -> {
            unsent.decrementAndGet();
            if (failure != null) {
                close();
            }
        });
    }
}
