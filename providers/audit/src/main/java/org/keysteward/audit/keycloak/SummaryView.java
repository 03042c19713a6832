package org.keysteward.audit.keycloak;

import java.util.List;
import org.keysteward.audit.query.SummaryQuestion;

/** How much happened, bucket by bucket. */
public record SummaryView(List<SummaryQuestion.Counted> items) {
    public SummaryView {
        items = List.copyOf(items);
    }
}
