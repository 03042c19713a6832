package org.keysteward.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.audit.changes.Tables;
import org.keysteward.kernel.AuditEntry.Category;

class RetentionPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:30Z");
    private static final HeldSubjects HELD = new HeldSubjects(Set.of("witness"), Set.of("held"));

    record Row(
            String description,
            Category category,
            @Nullable String tenant,
            @Nullable String actor,
            @Nullable String target,
            int ageDays,
            boolean expired)
            implements Tables.Case {}

    static Stream<Named<Row>> rows() {
        return Tables.read("retention.yaml", Row.class);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesByCategoryTenantTimeAndHold(Row row) {
        var record = new KeptRecord(
                row.category(), NOW.minus(Duration.ofDays(row.ageDays())), row.tenant(), row.actor(), row.target());

        assertThat(policy().hasExpired(record, HELD, NOW)).isEqualTo(row.expired());
    }

    @Test
    void youngestIsThatOfTheShortestLicense() {
        assertThat(policy().youngest(Category.ACCESS, NOW)).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(policy().youngest(Category.SECURITY, NOW)).isEqualTo(NOW.minus(Duration.ofDays(2557)));
        assertThat(policy().youngest(List.of(Category.SECURITY, Category.ACCESS), NOW))
                .isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void categoriesOfEqualDaysGoTogether() {
        assertThat(policy().groups())
                .containsExactly(
                        Set.of(
                                Category.AUTHENTICATION,
                                Category.ADMINISTRATION,
                                Category.ACCESS,
                                Category.DATA,
                                Category.SYSTEM),
                        Set.of(Category.SECURITY),
                        Set.of(Category.COMPLIANCE));
    }

    @Test
    void everyCategoryHasANumberWithinBounds() {
        assertThatThrownBy(() -> new RetentionPolicy(Map.of(), 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetentionPolicy(days(), 0, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysForPeopleWhatHolds() {
        assertThat(policy().text())
                .startsWith("Days kept: authentication 365, ")
                .contains("security 2557", "compliance 4000", "tenants by license: 3");
    }

    private static RetentionPolicy policy() {
        return new RetentionPolicy(days(), 2557, Map.of("short", 30L, "long", 5000L, "none", 0L));
    }

    private static Map<Category, Integer> days() {
        var days = new EnumMap<Category, Integer>(Category.class);
        for (var category : Category.values()) {
            days.put(category, 365);
        }
        days.put(Category.SECURITY, 30);
        days.put(Category.COMPLIANCE, 4000);
        return days;
    }
}
