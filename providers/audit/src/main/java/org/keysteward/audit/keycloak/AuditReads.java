package org.keysteward.audit.keycloak;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.audit.catalogue.Catalogue;
import org.keysteward.audit.keycloak.HourRows.Span;
import org.keysteward.audit.query.AuditFilter;
import org.keysteward.audit.query.Parameters;
import org.keysteward.audit.query.RecordView;
import org.keysteward.audit.query.SummaryQuestion;
import org.keysteward.audit.query.Tail;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.TenantRef;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.TenantDirectory;

/**
 * What is read of the trail, in a realm and in one tenant.
 *
 * <p>INVARIANT: who sees a tenant only is given rows of that tenant only, whatever is asked for: {@link RecordQuery} is
 * made with the tenant and compares it on every row.
 */
final class AuditReads {
    private static final String TENANT = "tenant";
    private static final String LAST_EVENT = "lastEventId";
    private static final Duration LONGEST_STREAM = Duration.ofMinutes(10);

    private final ApiRequest request;
    private final AuditFactory audit;
    private final @Nullable TenantRef tenant;
    private final List<String> common;

    private AuditReads(ApiRequest request, @Nullable TenantRef tenant, List<String> common) {
        this.request = request;
        this.audit = AuditFactory.of(request.session());
        this.tenant = tenant;
        this.common = common;
    }

    /** Of the tenant in the path. */
    static AuditReads ofTenant(ApiRequest request) {
        request.require(AuditPermissions.READ);
        return new AuditReads(request, request.tenant(), List.of());
    }

    /** Of the realm; or of the tenant of that alias, which is all that its administrator gets to see. */
    static AuditReads ofRealm(ApiRequest request, @Nullable String alias) {
        var common = List.of(TENANT);
        if (alias == null) {
            request.require(AuditPermissions.READ);
            return new AuditReads(request, null, common);
        }
        var named = new TenantDirectory(request.session())
                .byAlias(alias)
                .map(TenantDirectory::ref)
                .orElseThrow(() -> new ProblemException(Problem.unknownTenant()));
        request.actor().require(AuditPermissions.READ, named);
        return new AuditReads(request, named, common);
    }

    Page<RecordView> list() {
        var errors = new FieldErrors();
        var values = values(Parameters.names(AuditFilter.TIMELESS, "from", "to", "limit", "cursor"), errors);
        var filter = AuditFilter.of(values, errors);
        AuditProblems.refuse(errors);
        var count = request.limit(values.get("limit"));
        var list = "audit\0" + view() + "\0" + filter.canonical();
        var last = request.position(list, values.get("cursor"))
                .map(position -> Long.parseLong(position) - 1)
                .orElse(Long.MAX_VALUE);
        List<RecordView> found = Sql.in(request.session(), sql -> {
            var rows = query(sql).read(filter, new Span(1, last), RecordQuery.Direction.NEWEST_FIRST, count + 1);
            return views(sql).of(rows);
        });
        recordReading(filter.used());
        return Page.cut(found, count, one -> one, one -> request.cursor(list, Long.toString(one.seq())));
    }

    RecordView one(String id) {
        var errors = new FieldErrors();
        values(List.of(), errors);
        AuditProblems.refuse(errors);
        RecordView found = Sql.in(request.session(), sql -> {
            var row = uuid(id).isPresent() ? query(sql).one(uuid(id).get()) : Optional.<RecordRow>empty();
            return views(sql).of(row.map(List::of).orElse(List.of())).stream()
                    .findFirst()
                    .orElseThrow(AuditProblems::unknownRecord);
        });
        recordReading(List.of());
        return found;
    }

    SummaryView summary() {
        var errors = new FieldErrors();
        var question = SummaryQuestion.of(
                values(SummaryQuestion.PARAMETERS, errors), audit.clock().instant(), errors);
        AuditProblems.refuse(errors);
        List<SummaryQuestion.Count> counts = Sql.in(
                request.session(),
                sql -> new HourRows(sql, realm()).counts(question, tenant == null ? null : tenant.id()));
        recordReading(List.of("summary"));
        return new SummaryView(question.answer(counts));
    }

    Page<ActionView> actions() {
        return new Page<>(Catalogue.all().stream().map(ActionView::of).toList(), null);
    }

    void stream(Sse sse, SseEventSink sink, @Nullable String header) {
        var errors = new FieldErrors();
        var values = values(Parameters.names(AuditFilter.TIMELESS, LAST_EVENT), errors);
        var filter = AuditFilter.of(values, errors);
        var position = position(header == null ? values.get(LAST_EVENT) : header, errors);
        AuditProblems.refuse(errors);
        var live = audit.tail();
        if (!live.hasRoom(request.actor().id())) {
            throw full();
        }
        var now = audit.clock().instant();
        var until = request.tokenExpires()
                .filter(expiry -> expiry.isBefore(now.plus(LONGEST_STREAM)))
                .orElse(now.plus(LONGEST_STREAM));
        long end = Sql.in(request.session(), sql -> {
            // Refused now and not behind the headers: a name that too many people have.
            RecordPlan.of(sql, audit.keys(), realm(), filter, tenant == null ? null : tenant.id());
            var chain = ChainRow.find(sql, realm());
            return chain == null ? 0 : chain.seq();
        });
        var subscription = new TailConsumer.Subscription(
                realm(), tenant == null ? null : tenant.id(), filter, request.actor(), until);
        var tail = new Tail(Math.min(position.orElse(end), end), end, live.eventsPerSecond(), now);
        recordReading(filter.used());
        var response = request.session().getContext().getHttpResponse();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        // Its connection must not stay with a response that takes minutes.
        request.session().getTransactionManager().commit();
        if (!live.add(new TailConsumer(subscription, tail, live.eventsPerSecond(), sse, sink, now))) {
            throw full();
        }
    }

    private ProblemException full() {
        request.session().getContext().getHttpResponse().setHeader("Retry-After", "30");
        return AuditProblems.busy("This node serves as many live tails as it may, or you have too many; end one.");
    }

    private static Optional<Long> position(@Nullable String text, FieldErrors errors) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var position = Long.parseLong(text);
            if (position >= 0) {
                return Optional.of(position);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of bounds.
        }
        errors.add("?" + LAST_EVENT, "The last event is the seq of a record.");
        return Optional.empty();
    }

    private Map<String, String> values(List<String> known, FieldErrors errors) {
        var asked = request.session().getContext().getUri().getQueryParameters();
        return Parameters.single(asked, Parameters.names(known, common.toArray(String[]::new)), errors);
    }

    /** Whoever reads is seen to read: once in a while, so that what was read is not lost among who read it. */
    private void recordReading(List<String> filters) {
        if (!audit.readings().isNew(realm(), request.actor().id(), view())) {
            return;
        }
        request.record(new AuditEntry(
                AuditEntry.Category.COMPLIANCE,
                "audit.read",
                request.actor(),
                tenant,
                new AuditEntry.Target("audit", tenant == null ? realm() : tenant.id()),
                AuditEntry.Outcome.SUCCESS,
                filters.isEmpty()
                        ? List.of()
                        : List.of(new AuditEntry.Change("/filters", null, List.copyOf(filters)))));
    }

    private RecordQuery query(Sql sql) {
        return new RecordQuery(sql, audit.keys(), realm(), tenant == null ? null : tenant.id());
    }

    private RecordViews views(Sql sql) {
        return new RecordViews(request.session(), sql, audit.keys(), realm());
    }

    private String view() {
        return tenant == null ? "" : tenant.id();
    }

    private String realm() {
        return request.realm().getId();
    }

    /** In the one form that records have it in. */
    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
