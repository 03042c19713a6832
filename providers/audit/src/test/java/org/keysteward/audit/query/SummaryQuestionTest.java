package org.keysteward.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.audit.query.SummaryQuestion.Count;
import org.keysteward.kernel.FieldErrors;

class SummaryQuestionTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:15:00Z");

    @Test
    void asksForTheLastDayByTheHour() {
        var question = SummaryQuestion.of(Map.of(), NOW, new FieldErrors());

        assertThat(question.from()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(question.to()).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
        assertThat(question.answer(List.of())).hasSize(25);
    }

    @Test
    void countsIntoBucketsAndFillsThoseThatAreEmpty() {
        var question = SummaryQuestion.of(
                Map.of("from", "2026-01-31T00:00:00Z", "to", "2026-04-01T00:00:00Z", "bucket", "month"),
                NOW,
                new FieldErrors());

        var answer = question.answer(List.of(
                new Count(Instant.parse("2026-01-31T00:00:00Z"), "data", 2),
                new Count(Instant.parse("2026-03-01T00:00:00Z"), "data", 3),
                new Count(Instant.parse("2026-03-31T00:00:00Z"), "data", 4)));

        assertThat(answer)
                .containsExactly(
                        new SummaryQuestion.Counted("2026-01-01T00:00:00Z", Map.of("data", 2L)),
                        new SummaryQuestion.Counted("2026-02-01T00:00:00Z", Map.of()),
                        new SummaryQuestion.Counted("2026-03-01T00:00:00Z", Map.of("data", 7L)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z, hour, ?from",
        "2024-01-01T00:00:00Z, 2026-01-01T00:00:00Z, day, ?from",
        "2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, hour, ?bucket",
        "2026-01-01T00:00:00Z, 2026-01-02T00:00:00Z, week, ?bucket"
    })
    void namesWhatIsWrong(String from, String to, String bucket, String pointer) {
        var errors = new FieldErrors();

        SummaryQuestion.of(Map.of("from", from, "to", to, "bucket", bucket), NOW, errors);

        assertThat(errors.problem().orElseThrow().errors())
                .extracting("pointer")
                .containsExactly(pointer);
    }
}
