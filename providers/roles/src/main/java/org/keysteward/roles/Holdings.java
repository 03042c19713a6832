package org.keysteward.roles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that one person holds in one tenant: answers what the person may do there. Immutable.
 *
 * <p>An assignment to a role that is not there gives nothing.
 */
public final class Holdings {
    /** Of whoever holds nothing. */
    public static Holdings none(RoleGraph graph) {
        return of(graph, List.of());
    }

    private final RoleGraph graph;
    private final PermissionIndex index;
    private final List<Assignment> assignments;
    private final EffectiveRole[] roles;
    private final AssignmentPath[] paths;
    private final long[] begins;
    private final long[] ends;

    private Holdings(RoleGraph graph, List<Assignment> assignments) {
        this.graph = graph;
        this.index = graph.index();
        this.assignments = assignments;
        this.roles = assignments.stream()
                .map(assignment -> graph.role(assignment.role()).orElseThrow())
                .toArray(EffectiveRole[]::new);
        this.paths = assignments.stream().map(Assignment::path).toArray(AssignmentPath[]::new);
        this.begins = assignments.stream()
                .mapToLong(assignment -> assignment.validity().begin())
                .toArray();
        this.ends = assignments.stream()
                .mapToLong(assignment -> assignment.validity().end())
                .toArray();
    }

    public static Holdings of(RoleGraph graph, Collection<Assignment> assignments) {
        return new Holdings(
                graph,
                assignments.stream()
                        .filter(assignment -> graph.role(assignment.role()).isPresent())
                        .toList());
    }

    /** Whether the person may do it there, now. Allocates nothing where the path is one that is at hand. */
    public boolean permits(String permission, AssignmentPath path, Instant now) {
        return permits(permission, path, now.toEpochMilli());
    }

    /** @param now milliseconds since the epoch */
    public boolean permits(String permission, AssignmentPath path, long now) {
        var number = index.number(permission);
        if (number == PermissionIndex.UNKNOWN && !index.open()) {
            return false;
        }
        for (var i = 0; i < roles.length; i++) {
            var gives = number == PermissionIndex.UNKNOWN ? roles[i].givesBeyond(permission) : roles[i].gives(number);
            if (gives && holds(i, path, now)) {
                return true;
            }
        }
        return false;
    }

    /** Why {@link #permits} says yes; empty where it does not. */
    public Optional<Explanation> explain(String permission, AssignmentPath path, Instant now) {
        var number = index.number(permission);
        if (!permits(permission, path, now)) {
            return Optional.empty();
        }
        return active(path, now)
                .filter(i ->
                        number == PermissionIndex.UNKNOWN ? roles[i].givesBeyond(permission) : roles[i].gives(number))
                .mapToObj(i -> graph.inheritance(roles[i].key(), permission)
                        .map(way -> new Explanation(assignments.get(i), way.roles(), way.grant())))
                .flatMap(Optional::stream)
                // The shortest one is the easiest to follow.
                .min(Comparator.comparingInt(explanation -> explanation.roles().size()));
    }

    /**
     * The way from an assignment to what it gives.
     *
     * @param roles the assigned role first, the one that grants last
     */
    public record Explanation(Assignment assignment, List<String> roles, Grant grant) {
        public Explanation {
            roles = List.copyOf(roles);
        }
    }

    /** The rank of the highest role that is held there now; empty where none is. */
    public OptionalInt rank(AssignmentPath path, Instant now) {
        return active(path, now).map(i -> roles[i].rank()).max();
    }

    /** The keys of the roles that are held there now, with those that they inherit where asked for; sorted. */
    public SortedSet<String> roles(AssignmentPath path, Instant now, boolean inherited) {
        var keys = new TreeSet<String>();
        active(path, now).forEach(i -> {
            if (inherited) {
                keys.addAll(roles[i].roles());
            } else {
                keys.add(roles[i].key());
            }
        });
        return keys;
    }

    /** What is granted there now, without what something else covers. */
    public SortedSet<Grant> grants(AssignmentPath path, Instant now) {
        var grants = new TreeSet<Grant>();
        active(path, now).forEach(i -> grants.addAll(roles[i].grants()));
        return EffectiveRole.reduced(grants);
    }

    /** The keys of the permissions in the catalogue that are held there now, sorted. */
    public List<String> permissions(AssignmentPath path, Instant now) {
        var bits = new long[index.words()];
        active(path, now).forEach(i -> {
            for (var word = 0; word < bits.length; word++) {
                bits[word] |= roles[i].permissions()[word];
            }
        });
        return index.keys(bits);
    }

    /** Below the whole tenant: the keys of the roles that are held now, by path. */
    public SortedMap<AssignmentPath, SortedSet<String>> rolesByPath(Instant now) {
        var byPath = new TreeMap<AssignmentPath, SortedSet<String>>();
        for (var i = 0; i < roles.length; i++) {
            if (!paths[i].wholeTenant() && isActive(i, now.toEpochMilli())) {
                byPath.computeIfAbsent(paths[i], path -> new TreeSet<>()).add(roles[i].key());
            }
        }
        return byPath;
    }

    /** All assignments, also those that do not hold yet or no more. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Those that hold there now. */
    public List<Assignment> assignments(AssignmentPath path, Instant now) {
        return active(path, now).mapToObj(assignments::get).toList();
    }

    /** The roles that are held somewhere in the tenant, now or later, with all that they inherit. */
    public SortedSet<String> rolesEver(Instant now) {
        var keys = new TreeSet<String>();
        for (var i = 0; i < roles.length; i++) {
            if (ends[i] > now.toEpochMilli()) {
                keys.addAll(roles[i].roles());
            }
        }
        return keys;
    }

    /** When the first of what is held now ends, or the first of what is to come begins; empty for never. */
    public Optional<Instant> changes(Instant now) {
        return assignments.stream()
                .flatMap(assignment -> assignment.validity().changesAfter(now).stream())
                .min(Comparator.naturalOrder());
    }

    /** When the first of what is held now ends; empty for never. */
    public Optional<Instant> firstEnd(Instant now) {
        var firstEnds = new ArrayList<Instant>();
        for (var assignment : assignments) {
            var until = assignment.validity().until();
            if (until != null && assignment.validity().at(now) == Validity.State.ACTIVE) {
                firstEnds.add(until);
            }
        }
        return firstEnds.stream().min(Comparator.naturalOrder());
    }

    /** The roles of Keycloak's own that the roles held there now name, and those that they inherit. */
    public Set<Role.StockRole> stockRoles(AssignmentPath path, Instant now) {
        return active(path, now)
                .mapToObj(i -> roles[i])
                .flatMap(EffectiveRole::lineageRoles)
                .flatMap(role -> role.stockRoles().stream())
                .collect(Collectors.toSet());
    }

    private IntStream active(AssignmentPath path, Instant now) {
        var millis = now.toEpochMilli();
        return IntStream.range(0, roles.length).filter(i -> holds(i, path, millis));
    }

    private boolean holds(int i, AssignmentPath path, long now) {
        return isActive(i, now) && paths[i].covers(path);
    }

    private boolean isActive(int i, long now) {
        return begins[i] <= now && now < ends[i];
    }
}
