package org.keysteward.roles;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Numbers the permissions that are known when roles are compiled, so that a decision is a look at a bit. */
final class PermissionIndex {
    /** Of a permission that has no number. */
    static final int UNKNOWN = -1;

    private final PermissionCatalogue catalogue;
    private final Map<String, Integer> numbers;
    private final List<String> keys;

    PermissionIndex(PermissionCatalogue catalogue) {
        this.catalogue = catalogue;
        this.keys = List.copyOf(new TreeSet<>(catalogue.reach().keySet()));
        this.numbers = new HashMap<>(keys.size() * 2);
        for (var number = 0; number < keys.size(); number++) {
            numbers.put(keys.get(number), number);
        }
    }

    PermissionCatalogue catalogue() {
        return catalogue;
    }

    int number(String permission) {
        var number = numbers.get(permission);
        return number == null ? UNKNOWN : number;
    }

    /** Where the catalogue is closed, what has no number is given by nobody. */
    boolean open() {
        return catalogue.open();
    }

    /** The keys that have their bits set, sorted. */
    List<String> keys(long[] bits) {
        return BitSet.valueOf(bits).stream().mapToObj(keys::get).toList();
    }

    int words() {
        return (keys.size() + 63) >> 6;
    }

    /** Sets the bits of what these give, as far as roles can give it. */
    void add(Collection<Grant> grants, long[] bits) {
        for (var grant : grants) {
            if (grant.wildcard()) {
                for (var number = first(grant); number < keys.size() && grant.matches(keys.get(number)); number++) {
                    set(bits, number);
                }
            } else {
                var number = numbers.get(grant.text());
                if (number != null) {
                    set(bits, number);
                }
            }
        }
    }

    /** What may give permissions that have no number. */
    boolean reachesBeyond(Grant grant) {
        return open() && (grant.wildcard() || !numbers.containsKey(grant.text()));
    }

    /** Keys are sorted: what begins alike stands together. */
    private int first(Grant wildcard) {
        var beginning = wildcard.text().substring(0, wildcard.text().length() - 1);
        var found = Collections.binarySearch(keys, beginning);
        return found < 0 ? -found - 1 : found;
    }

    private void set(long[] bits, int number) {
        if (catalogue.reach().get(keys.get(number)) == PermissionCatalogue.Reach.TENANT) {
            bits[number >> 6] |= 1L << number;
        }
    }
}
