package org.keysteward.audit.keycloak;

import java.util.List;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ProblemException;

/** What can be wrong with a question to the audit trail. */
final class AuditProblems {
    private static final ProblemType NOT_SIGNED =
            new ProblemType("audit-record-not-signed", "Record not signed yet", 409);

    private static final ProblemType HELD = new ProblemType("legal-hold", "Under a legal hold", 409);
    private static final ProblemType HOLD_RELEASED = new ProblemType("hold-released", "Hold released", 409);

    private AuditProblems() {}

    /** @throws ProblemException where there are any */
    static void refuse(FieldErrors errors) {
        errors.problem().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    static ProblemException unknownRecord() {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "There is no such record, or you may not see it."));
    }

    static ProblemException notSigned() {
        return new ProblemException(Problem.of(
                NOT_SIGNED, "No checkpoint covers this record yet; one is signed within a minute. Try again then."));
    }

    static ProblemException busy(String what) {
        return new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS, what));
    }

    static ProblemException unknownHold() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such legal hold."));
    }

    static ProblemException unknownSubject(String detail) {
        return new ProblemException(Problem.invalidField("/subjectId", detail));
    }

    static ProblemException holdIsReleased() {
        return new ProblemException(
                Problem.of(HOLD_RELEASED, "This hold was released already; to hold again, place a new one."));
    }

    static ProblemException held(List<String> reasons) {
        return new ProblemException(Problem.of(
                        HELD, "The person is on legal hold: " + String.join(" ", reasons) + " Release the hold first.")
                .with("holds", reasons));
    }

    static ProblemException erasureListRefused() {
        return new ProblemException(Problem.of(
                ProblemType.UNAVAILABLE,
                "The list of erasures cannot be written on this server, and nothing was erased; its log says why."));
    }
}
