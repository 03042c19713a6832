package org.keysteward.roles;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Roles of which nobody may hold more than a few in one tenant (INCITS 359, static separation of duty). Roles that are
 * inherited count as those that are assigned do.
 *
 * @param roles the keys of 2 to 50 roles
 * @param max how many of them somebody may hold; less than all
 */
public record DutySet(String key, String name, SortedSet<String> roles, int max) {
    public static final int MAX_ROLES = 50;

    /** @throws IllegalArgumentException where it could never be breached, or always is */
    public DutySet {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        if (max < 1 || max >= roles.size()) {
            throw new IllegalArgumentException("Of a set of duties, somebody holds at least one and not all");
        }
    }

    /**
     * Too many duties in one hand.
     *
     * @param roles those of the set that are held
     */
    public record Breach(DutySet set, SortedSet<String> roles) {}

    /** @param held the keys of all roles that somebody holds in the tenant, those that are inherited among them */
    public Optional<Breach> breach(Collection<String> held) {
        var among = new TreeSet<>(roles);
        among.retainAll(held);
        return among.size() > max ? Optional.of(new Breach(this, among)) : Optional.empty();
    }

    /** The first breach that there is with these roles and is not there with those. */
    public static Optional<Breach> newBreach(
            Collection<DutySet> sets, Collection<String> before, Collection<String> after) {
        return sets.stream()
                .flatMap(set -> set.breach(after).stream()
                        .filter(breach -> set.breach(before)
                                .map(old -> !old.roles().containsAll(breach.roles()))
                                .orElse(true)))
                .findFirst();
    }
}
