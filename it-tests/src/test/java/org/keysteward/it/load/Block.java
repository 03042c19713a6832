package org.keysteward.it.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keysteward.it.load.Candidate.Running;

/** A handful of requests of each kind to every server, in turn. */
final class Block {
    private static final int SIGN_INS = 12;
    private static final int DIRECT_GRANTS = 30;
    private static final int REFRESHES = 30;

    private final LoadData data;
    private final List<Running> servers;
    private final int round;

    Block(LoadData data, List<Running> servers, int round) {
        this.data = data;
        this.servers = List.copyOf(servers);
        this.round = round;
    }

    /** Returns one sample of each scenario and server. */
    List<Sample> run() {
        return Stream.of(signIns(), directGrants(), refreshes(), memberAdds())
                .flatMap(List::stream)
                .toList();
    }

    private List<Sample> signIns() {
        return samples(
                Scenario.SIGN_IN, SIGN_INS, (server, number) -> server.client().signIn(data.member()));
    }

    private List<Sample> directGrants() {
        return samples(
                Scenario.DIRECT_GRANT,
                DIRECT_GRANTS,
                (server, number) -> server.client().directGrant(data.quickMember()));
    }

    private List<Sample> refreshes() {
        Map<Variant, String> tokens = new EnumMap<>(Variant.class);
        servers.forEach(server -> tokens.put(server.variant(), server.client().directGrant(data.quickMember())));
        return samples(
                Scenario.REFRESH,
                REFRESHES,
                (server, number) -> tokens.computeIfPresent(
                        server.variant(), (variant, token) -> server.client().refresh(data.quickMember(), token)));
    }

    /** Who was added is removed again, so that every block finds the same organization. */
    private List<Sample> memberAdds() {
        List<Sample> samples = samples(
                Scenario.MEMBER_ADD,
                data.newcomers().size(),
                (server, number) -> server.client()
                        .addMember(
                                data.organization(),
                                data.newcomers().get(number),
                                server.keycloak().administratorToken()));
        servers.forEach(server -> data.newcomers()
                .forEach(user -> server.client()
                        .removeMember(
                                data.organization(), user, server.keycloak().administratorToken())));
        return samples;
    }

    private List<Sample> samples(Scenario scenario, int requests, Turns.Request request) {
        return new Turns(servers, round).samples(scenario, requests, request);
    }
}
