package org.keysteward.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.audit.integrity.Disclosure;

class RecordViewTest {
    private static final Map<String, Object> RECORD = Map.of(
            "seq",
            7,
            "id",
            "id-7",
            "action",
            "user.updated",
            "tenant",
            "org-1",
            "actor",
            Map.of("type", "user", "name", Map.of("commitment", "known"), "ip", Map.of("commitment", "gone")),
            "outcome",
            Map.of("success", true),
            "changes",
            List.of(
                    Map.of("pointer", "/email", "after", Map.of("commitment", "known")),
                    Map.of("pointer", "/secret", "before", Map.of("redacted", true))));

    private final Map<String, Disclosure> disclosures =
            Map.of("known", Disclosure.of(new byte[Disclosure.SALT_BYTES], "alice"));

    @Test
    void commitmentsAreLookedForWhereTheyMayStand() {
        assertThat(RecordView.commitments(RECORD)).containsExactlyInAnyOrder("known", "gone");
    }

    @Test
    void whatIsKnownIsShownAndWhatWasErasedIsSaidToBe() {
        var view = RecordView.of(RECORD, "hash", disclosures, id -> "acme");

        assertThat(view.actor().name()).isEqualTo("alice");
        assertThat(view.actor().ip()).isEqualTo(RecordView.ERASED);
        assertThat(view.changes()).extracting(RecordView.Change::after).containsExactly("alice", null);
        assertThat(view.changes())
                .extracting(RecordView.Change::before)
                .containsExactly(null, Map.of("redacted", true));
    }

    @Test
    void aTenantThatIsGoneKeepsItsId() {
        assertThat(RecordView.of(RECORD, "hash", disclosures, id -> null).tenant())
                .isEqualTo("org-1");
        assertThat(RecordView.of(RECORD, "hash", disclosures, id -> "acme"))
                .extracting(RecordView::tenant, RecordView::tenantId)
                .containsExactly("acme", "org-1");
    }
}
