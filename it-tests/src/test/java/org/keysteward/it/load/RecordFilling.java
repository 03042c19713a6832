package org.keysteward.it.load;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Writes records with SQL, as the sealer would have written them, but for their hashes: these are not chained, and reading
 * does not look at them. What is in a record follows from its number, so that two runs have the same.
 */
final class RecordFilling {
    private static final int AT_ONCE = 500_000;
    private static final int WRITERS = 2;

    private static final String INSERT = """
            insert into KS_AUDIT_RECORD (REALM_ID, SEQ, SEALED_AT, ID, RECORD_TIME, TENANT_ID, CATEGORY, ACTION, ACTOR_ID,
              TARGET_ID, SUCCESS, IP_TOKEN, BODY, HASH)
            select '%1$s', m.N, m.T, m.ID, m.T - %2$d, o.ID, k.CATEGORY, k.ACTION, a.ID, t.ID, m.SUCCESS, i.TOKEN,
              '{"action":"' || k.ACTION || '","actor":' || a.ACTOR || ',"category":"' || k.CATEGORY || '",'
                || '"details":{"auth_method":"openid-connect","grant_type":"password","scope":"openid profile email"},'
                || '"id":"' || m.ID || '","outcome":{' || case when m.SUCCESS then '' else '"reason":"not_allowed",' end
                || '"success":' || m.SUCCESS || '},"realm":"%1$s","requestId":"' || m.REQUEST || '","sealedAt":"' || m.ISO
                || '","seq":' || m.N || ',"source":"user-event",' || k.TAGS_JSON || '"target":{"id":"' || t.ID
                || '","name":' || t.NAME || ',"type":"user"},'
                || case when o.ID is null then '' else '"tenant":"' || o.ID || '",' end
                || '"time":"' || m.ISO || '","v":1}',
              sha256(int8send(m.N))
            from (
              select N, T, to_char(to_timestamp((T - %2$d) / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ISO,
                (left(H, 8) || '-' || substr(H, 9, 4) || '-7' || left(M, 3) || '-8' || substr(M, 4, 3) || '-'
                  || substr(M, 7, 12))::uuid as ID, md5(M)::uuid as REQUEST,
                floor(%6$d * power(%8$s, 4))::int as KIND, floor(%7$d * power(%9$s, 2))::int as ACTOR,
                floor(%7$d * power(%10$s, 2))::int as TARGET, floor(%11$d * power(%12$s, 2))::int as ADDRESS,
                case when %13$s < 0.6 then floor(%14$d * power(%15$s, 2))::int end as TENANT, %16$s >= 0.03 as SUCCESS
              from (select N, (%3$d + N * %4$s)::bigint as T, lpad(to_hex((%3$d + N * %4$s)::bigint), 12, '0') as H,
                md5(N::text) as M from generate_series(%5$s) N) n) m
            join LOAD_KIND k on k.N = m.KIND join LOAD_ACTOR a on a.N = m.ACTOR join LOAD_ACTOR t on t.N = m.TARGET
            join LOAD_ADDRESS i on i.N = m.ADDRESS left join LOAD_TENANT o on o.N = m.TENANT""";

    /**
     * How many of each kind a realm has.
     *
     * @param actors also those that something is done to
     */
    record Sizes(int kinds, int actors, int addresses, int tenants) {}

    private final AuditServer server;
    private final String realmId;
    private final Sizes sizes;
    private final Instant begin;
    private final Instant end;
    private final long olderMillis;

    /** @param olderMillis so much earlier than they were sealed, records say that they happened */
    RecordFilling(AuditServer server, String realmId, Sizes sizes, Instant begin, Instant end, long olderMillis) {
        this.server = server;
        this.realmId = realmId;
        this.sizes = sizes;
        this.begin = begin;
        this.end = end;
        this.olderMillis = olderMillis;
    }

    /** Numbers 1 to {@code count}, evenly over the time. */
    void write(int count) {
        double step = (end.toEpochMilli() - begin.toEpochMilli()) / (double) count;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<? extends Future<?>> batches = IntStream.range(0, (count + AT_ONCE - 1) / AT_ONCE)
                    .mapToObj(batch -> writers.submit(
                            () -> write(batch * AT_ONCE + 1, Math.min(count, (batch + 1) * AT_ONCE), step)))
                    .toList();
            for (Future<?> batch : batches) {
                batch.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            writers.shutdownNow();
        }
    }

    private void write(int first, int last, double step) {
        server.execute(INSERT.formatted(
                realmId,
                olderMillis,
                begin.toEpochMilli(),
                Double.toString(step),
                first + ", " + last,
                sizes.kinds(),
                sizes.actors(),
                chance(1),
                chance(2),
                chance(3),
                sizes.addresses(),
                chance(4),
                chance(5),
                sizes.tenants(),
                chance(6),
                chance(7)));
        System.out.printf("%d to %d of the records are written%n", first, last);
    }

    /** A number from 0 up to 1 that follows from the record's. */
    private static String chance(int of) {
        return "((hashint8extended(N, " + of + ") & 2147483647) / 2147483648.0::float8)";
    }
}
