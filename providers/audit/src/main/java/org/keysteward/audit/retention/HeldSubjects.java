package org.keysteward.audit.retention;

import java.util.Set;

/**
 * Who is on legal hold.
 *
 * @param persons users' ids: what they did and what was done to them is kept
 * @param tenants organizations' ids: what happened there is kept
 */
public record HeldSubjects(Set<String> persons, Set<String> tenants) {
    public static final HeldSubjects NOBODY = new HeldSubjects(Set.of(), Set.of());

    public HeldSubjects {
        persons = Set.copyOf(persons);
        tenants = Set.copyOf(tenants);
    }

    public boolean hold(KeptRecord record) {
        return (record.tenant() != null && tenants.contains(record.tenant()))
                || (record.actor() != null && persons.contains(record.actor()))
                || (record.target() != null && persons.contains(record.target()));
    }
}
