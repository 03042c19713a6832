package org.keysteward.audit.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.AuditEntry.Category;

/**
 * How many days a realm keeps its records. A tenant's license may say another number for what happens in the tenant,
 * less or more; records of {@link #PROTECTED} categories it can only have kept longer, and never shorter than the
 * minimum.
 *
 * @param daysByCategory every category has a number
 * @param minimumDays at least that for the protected ones
 * @param daysByTenant by the organization's id; whoever is missing has the realm's
 */
public record RetentionPolicy(Map<Category, Integer> daysByCategory, int minimumDays, Map<String, Long> daysByTenant) {
    /** What shows afterwards whether a business did what it has to do. */
    public static final Set<Category> PROTECTED = Set.of(Category.SECURITY, Category.COMPLIANCE);

    /** A hundred years: longer is for ever. */
    public static final int MAX_DAYS = 36_500;

    /** @throws IllegalArgumentException where a category has no number, or one is out of bounds */
    public RetentionPolicy {
        for (var category : Category.values()) {
            requireDays(daysByCategory.getOrDefault(category, 0));
        }
        requireDays(minimumDays);
        daysByCategory = Map.copyOf(daysByCategory);
        daysByTenant = Map.copyOf(daysByTenant);
    }

    public int days(Category category, @Nullable String tenant) {
        var ofRealm = daysByCategory.getOrDefault(category, MAX_DAYS);
        var licensed = tenant == null ? null : daysByTenant.get(tenant);
        var days = licensed == null ? ofRealm : bounded(licensed);
        // INVARIANT: neither a setting nor a license goes below the minimum, nor a license below the setting.
        return PROTECTED.contains(category) ? Math.max(Math.max(days, ofRealm), minimumDays) : days;
    }

    /** Whether its time is over; exactly so many days after it happened. */
    public boolean hasExpired(KeptRecord record, HeldSubjects held, Instant now) {
        return !held.hold(record)
                && !record.time()
                        .plus(Duration.ofDays(days(record.category(), record.tenant())))
                        .isAfter(now);
    }

    /** What is younger is kept, whoever's it is. */
    public Instant youngest(Category category, Instant now) {
        var shortest = daysByTenant.keySet().stream()
                .mapToInt(tenant -> days(category, tenant))
                .min()
                .orElse(MAX_DAYS);
        return now.minus(Duration.ofDays(Math.min(shortest, days(category, null))));
    }

    /** What is younger is kept, whichever of these categories it is of. */
    public Instant youngest(Collection<Category> categories, Instant now) {
        return categories.stream()
                .map(category -> youngest(category, now))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Categories that are kept equally long: their records end one behind the other, without gaps between them. */
    public List<Set<Category>> groups() {
        var byDays = new TreeMap<Integer, Map<Boolean, Set<Category>>>();
        for (var category : Category.values()) {
            byDays.computeIfAbsent(days(category, null), days -> new TreeMap<>())
                    .computeIfAbsent(PROTECTED.contains(category), isProtected -> EnumSet.noneOf(Category.class))
                    .add(category);
        }
        return byDays.values().stream()
                .flatMap(groups -> groups.values().stream())
                .map(Set::copyOf)
                .toList();
    }

    /** For people, as it is signed with what it has ended. */
    public String text() {
        var days = new EnumMap<Category, Integer>(Category.class);
        for (var category : Category.values()) {
            days.put(category, days(category, null));
        }
        return "Days kept: "
                + days.entrySet().stream()
                        .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + "; at least " + minimumDays + " for security and compliance; tenants by license: "
                + daysByTenant.size() + ".";
    }

    private static int bounded(long days) {
        return (int) Math.max(1, Math.min(MAX_DAYS, days));
    }

    private static void requireDays(int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new IllegalArgumentException("Records are kept from 1 to " + MAX_DAYS + " days, not " + days);
        }
    }
}
