package org.keysteward.roles;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role with all that it inherits. */
public final class EffectiveRole {
    private final RoleGraph graph;
    private final Role role;
    private final BitSet lineage;
    private final long[] permissions;
    private final Grant[] beyond;

    /**
     * @param lineage the numbers that the graph has given to the role itself and to all that it inherits
     * @param permissions a bit for each permission that {@link PermissionIndex} numbers
     * @param beyond what may give permissions that have no number
     */
    EffectiveRole(RoleGraph graph, Role role, BitSet lineage, long[] permissions, Set<Grant> beyond) {
        this.graph = graph;
        this.role = role;
        this.lineage = lineage;
        this.permissions = permissions;
        this.beyond = beyond.toArray(Grant[]::new);
    }

    public Role role() {
        return role;
    }

    public String key() {
        return role.key();
    }

    public int rank() {
        return role.rank();
    }

    /** The keys of the role itself and of all that it inherits. */
    public Set<String> roles() {
        return lineageRoles().map(Role::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Its own grants and those that it inherits, without those that another one covers. */
    public SortedSet<Grant> grants() {
        return reduced(
                lineageRoles().flatMap(one -> one.grants().stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean inherits(int number) {
        return lineage.get(number);
    }

    /** Whether it gives the permission with this number. */
    boolean gives(int number) {
        return (permissions[number >> 6] & 1L << number) != 0;
    }

    /** Whether it gives a permission that has no number. */
    boolean givesBeyond(String permission) {
        for (var grant : beyond) {
            if (grant.matches(permission)) {
                return true;
            }
        }
        return false;
    }

    BitSet lineage() {
        return lineage;
    }

    long[] permissions() {
        return permissions;
    }

    List<Grant> beyond() {
        return List.of(beyond);
    }

    Stream<Role> lineageRoles() {
        return lineage.stream().mapToObj(graph::numbered);
    }

    /** What is left when everything that another one covers is taken out. */
    static SortedSet<Grant> reduced(SortedSet<Grant> grants) {
        var wildcards = grants.stream().filter(Grant::wildcard).toList();
        if (wildcards.isEmpty()) {
            return grants;
        }
        return grants.stream()
                .filter(grant -> wildcards.stream().noneMatch(other -> !other.equals(grant) && other.covers(grant)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
