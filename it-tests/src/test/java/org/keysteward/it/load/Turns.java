package org.keysteward.it.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.keysteward.it.load.Candidate.Running;

/**
 * Servers that take turns with every request, so that whatever else the machine does meets all of them alike.
 *
 * @param round the round that samples are taken in
 */
record Turns(List<Running> servers, int round) {
    /** Returns the median of these requests to each server. */
    List<Sample> samples(Scenario scenario, int requests, Request request) {
        double[][] durations = new double[servers.size()][requests];
        for (int number = 0; number < requests; number++) {
            for (int turn : turns(number)) {
                int sent = number;
                durations[turn][number] = Latencies.millis(() -> request.send(servers.get(turn), sent));
            }
        }
        return IntStream.range(0, servers.size())
                .mapToObj(server ->
                        new Sample(scenario, servers.get(server).variant(), round, Median.of(durations[server])))
                .toList();
    }

    /** Who is first finds something else than who is last: everybody is in turn. */
    static <T> List<T> rotated(List<T> all, int by) {
        List<T> rotated = new ArrayList<>(all);
        Collections.rotate(rotated, by);
        return rotated;
    }

    private List<Integer> turns(int number) {
        return rotated(IntStream.range(0, servers.size()).boxed().toList(), number);
    }

    @FunctionalInterface
    interface Request {
        void send(Running server, int number);
    }
}
