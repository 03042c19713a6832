package org.keysteward.tenants.keycloak;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.Page;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.tenants.DailyUsage;
import org.keysteward.tenants.TenantPermissions;

/** What a tenant has used, day by day. */
@Tag(name = "Usage")
public final class UsageResource {
    private static final String CSV = "text/csv";
    private static final int DEFAULT_DAYS = 30;

    /**
     * One day (UTC).
     *
     * @param seatLimit absent for unlimited
     */
    public record UsageView(
            String day,
            int seatsUsed,
            @Nullable Integer seatLimit,
            int seatsPeak,
            int pendingInvitations,
            int activeMembers1,
            int activeMembers7,
            int activeMembers30,
            int signIns) {
        static UsageView of(DailyUsage usage) {
            return new UsageView(
                    usage.date().toString(),
                    usage.seatsUsed(),
                    usage.seatLimit(),
                    usage.seatsPeak(),
                    usage.pendingInvitations(),
                    usage.activeMembers1(),
                    usage.activeMembers7(),
                    usage.activeMembers30(),
                    usage.signIns());
        }
    }

    private final ApiRequest request;
    private final Usage usage;

    UsageResource(ApiRequest request) {
        this.request = request;
        this.usage = new Usage(request.session());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Read what a tenant has used, day by day",
            description = "The last 30 days unless from and to say otherwise; at most 400, which is what is kept. Today"
                    + " as it is now. With Accept: text/csv the answer is a CSV file (RFC 4180).")
    @ApiResponse(
            responseCode = "200",
            description = "What was asked for",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UsageView.class)),
                @Content(mediaType = CSV)
            })
    public Response read(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        request.require(TenantPermissions.USAGE_READ);
        var last = to == null ? LocalDate.ofEpochDay(usage.today()) : date("to", to);
        var first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : date("from", from);
        if (first.isAfter(last)) {
            throw new ProblemException(Problem.invalidField("?from", "The first day comes after the last."));
        }
        if (first.plusDays(DailyUsage.KEPT_DAYS - 1L).isBefore(last)) {
            throw new ProblemException(
                    Problem.invalidField("?from", "At most " + DailyUsage.KEPT_DAYS + " days can be asked for."));
        }
        var days = usage.between(request.tenant().id(), (int) first.toEpochDay(), (int) last.toEpochDay());
        return accept != null && accept.startsWith(CSV) ? csv(days, first, last) : json(days);
    }

    private static Response json(List<DailyUsage> days) {
        return Response.ok(new Page<>(days.stream().map(UsageView::of).toList(), null), MediaType.APPLICATION_JSON)
                .build();
    }

    private Response csv(List<DailyUsage> days, LocalDate first, LocalDate last) {
        return Response.ok(DailyUsage.csv(days), CSV + ";charset=UTF-8;header=present")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"usage-" + first + "-" + last + ".csv\"")
                .build();
    }

    private static LocalDate date(String name, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1970 && date.getYear() < 10_000) {
                return date;
            }
        } catch (DateTimeException e) {
            // Said below, as for a day that is out of bounds.
        }
        throw new ProblemException(Problem.invalidField("?" + name, "A day is written like 2030-12-31."));
    }
}
