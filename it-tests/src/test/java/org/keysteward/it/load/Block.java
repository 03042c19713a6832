package org.keysteward.it.load;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.keysteward.it.load.Candidate.Running;

/** A handful of requests of each kind to one server. */
final class Block {
    private static final int SIGN_INS = 12;
    private static final int DIRECT_GRANTS = 30;
    private static final int REFRESHES = 30;
    private static final double NANOS_A_MILLI = 1_000_000;

    private final LoadData data;
    private final Running running;
    private final int round;

    Block(LoadData data, Running running, int round) {
        this.data = data;
        this.running = running;
        this.round = round;
    }

    List<Sample> run() {
        return List.of(
                sample(Scenario.SIGN_IN, signIns()),
                sample(Scenario.DIRECT_GRANT, directGrants()),
                sample(Scenario.REFRESH, refreshes()),
                sample(Scenario.MEMBER_ADD, memberAdds()));
    }

    private double signIns() {
        return milliseconds(SIGN_INS, number -> running.client().signIn(data.member()));
    }

    private double directGrants() {
        return milliseconds(DIRECT_GRANTS, number -> running.client().directGrant(data.quickMember()));
    }

    private double refreshes() {
        String[] token = {running.client().directGrant(data.quickMember())};
        return milliseconds(REFRESHES, number -> token[0] = running.client().refresh(data.quickMember(), token[0]));
    }

    /** Who was added is removed again, so that every block finds the same organization. */
    private double memberAdds() {
        String token = running.keycloak().administratorToken();
        double median = milliseconds(
                data.newcomers().size(),
                number -> running.client()
                        .addMember(data.organization(), data.newcomers().get(number), token));
        String next = running.keycloak().administratorToken();
        data.newcomers().forEach(user -> running.client().removeMember(data.organization(), user, next));
        return median;
    }

    private Sample sample(Scenario scenario, double value) {
        return new Sample(scenario, running.variant(), round, value);
    }

    /** The median duration of one request. */
    private static double milliseconds(int requests, IntConsumer request) {
        return Median.of(IntStream.range(0, requests)
                .mapToDouble(number -> {
                    long begun = System.nanoTime();
                    request.accept(number);
                    return (System.nanoTime() - begun) / NANOS_A_MILLI;
                })
                .toArray());
    }
}
