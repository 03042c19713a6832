package org.keysteward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keysteward.audit.integrity.CanonicalJson;
import org.keysteward.kernel.AuditEntry.Category;

class DraftTest {
    private final Draft draft = new Draft(
                    new UUID(1, 2),
                    "realm",
                    Instant.parse("2026-11-25T10:15:30.123456Z"),
                    Category.SECURITY,
                    "user.changed",
                    "admin-event")
            .actor("administrator", "1");

    @Test
    void whoSomebodyIsStandsBesideTheBody() {
        draft.actorPersonal("name", new Draft.Personal("1", Draft.Kind.NAME, "alice", List.of("alice@example.org")))
                .change("/email", "old@example.org", "new@example.org", false, "2")
                .change("/enabled", true, false, false);

        assertThat(draft.body().toString()).doesNotContain("alice").doesNotContain("example.org");
        assertThat(draft.personal())
                .extracting(Draft.Personal::value)
                .containsExactly("alice", "old@example.org", "new@example.org");
    }

    @Test
    void sealingPutsCommitmentsWherePlaceholdersWere() {
        draft.actorPersonal("name", new Draft.Personal("1", Draft.Kind.NAME, "alice", List.of()))
                .change("/email", null, "new@example.org", false, "2");

        var record = Draft.sealed(draft.body(), 7, Instant.parse("2026-11-25T10:15:31Z"), number -> "c" + number);

        assertThat(record)
                .containsEntry("seq", 7L)
                .containsEntry("sealedAt", "2026-11-25T10:15:31.000Z")
                .containsEntry("time", "2026-11-25T10:15:30.123Z");
        assertThat(CanonicalJson.text(record))
                .contains("\"name\":{\"commitment\":\"c0\"}")
                .contains("\"after\":{\"commitment\":\"c1\"}")
                .doesNotContain("$personal");
    }

    @Test
    void whateverSomebodyTypesTheRecordCanBeSealed() {
        var deep = (Object) "end";
        for (var i = 0; i < 100; i++) {
            deep = List.of(deep);
        }
        var hostile = new HashMap<String, Object>();
        hostile.put("half\uD800", "half \uDC00 of a pair");
        hostile.put("pair", "\uD83D\uDE00");
        hostile.put("huge", new BigInteger("123456789012345678901234567890"));
        hostile.put("long", Long.MAX_VALUE);
        hostile.put("decimal", new BigDecimal("0.1"));
        hostile.put("nan", Double.NaN);
        hostile.put("zero", "a\0b");
        hostile.put("deep", deep);
        hostile.put("nothing", null);
        draft.change("/x", null, hostile, false)
                .change("/y", hostile, null, false, "2")
                .targetName("\uDBFF");

        var record = Draft.sealed(draft.body(), 1, Instant.EPOCH, number -> "c");

        assertThat(CanonicalJson.text(record))
                .contains("\uFFFD")
                .contains("\uD83D\uDE00")
                .contains("\"9223372036854775807\"");
        draft.personal()
                .forEach(value -> assertThat(CanonicalJson.bytes(value.value())).isNotEmpty());
    }

    @Test
    void nobodyMakesARecordLongByCallingThingsWhateverTheyLike() {
        draft.actorMember("client", "c".repeat(100_000))
                .target("client", "t".repeat(100_000))
                .targetName("n".repeat(100_000));

        assertThat(CanonicalJson.bytes(draft.body())).hasSizeLessThan(1_500);
    }

    @Test
    void whoHasDoneTheOneThingHasDoneTheOther() {
        draft.actorPersonal("ip", new Draft.Personal("1", Draft.Kind.ADDRESS, "10.0.0.1", List.of()));
        var other = new Draft(new UUID(3, 4), "realm", Instant.EPOCH, Category.ACCESS, "member.added", "provider-event")
                .actor("server", "server");

        other.actorOf(draft);

        assertThat(other.body().get("actor")).isEqualTo(draft.body().get("actor"));
        assertThat(other.personal()).isEqualTo(draft.personal());
        assertThat(Map.copyOf(other.body())).doesNotContainValue("server");
    }
}
