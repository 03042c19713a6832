package org.keysteward.tenants;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant used on one day (UTC).
 *
 * @param day days since the epoch
 * @param seatsUsed at the last look of the day
 * @param seatLimit null for unlimited
 * @param seatsPeak the most at any moment of the day
 * @param activeMembers1 members of the last look who were active on the day; over 7 and 30 days, on one of those
 * @param signIns of its members
 */
public record DailyUsage(
        int day,
        int seatsUsed,
        @Nullable Integer seatLimit,
        int seatsPeak,
        int pendingInvitations,
        int activeMembers1,
        int activeMembers7,
        int activeMembers30,
        int signIns) {
    /** How many days are kept. */
    public static final int KEPT_DAYS = 400;

    private static final String HEADER = "day,seatsUsed,seatLimit,seatsPeak,pendingInvitations,activeMembers1,"
            + "activeMembers7,activeMembers30,signIns";
    private static final String LINE_END = "\r\n";

    public LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /** RFC 4180, with a header line; an unlimited tenant's limit is empty. */
    public static String csv(List<DailyUsage> days) {
        return Stream.concat(Stream.of(HEADER), days.stream().map(DailyUsage::line))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private String line() {
        return Stream.of(
                        date(),
                        seatsUsed,
                        seatLimit == null ? "" : seatLimit,
                        seatsPeak,
                        pendingInvitations,
                        activeMembers1,
                        activeMembers7,
                        activeMembers30,
                        signIns)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
