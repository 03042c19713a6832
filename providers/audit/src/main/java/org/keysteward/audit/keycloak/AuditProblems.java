package org.keysteward.audit.keycloak;

import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.keycloak.ProblemException;

/** What can be wrong with a question to the audit trail. */
final class AuditProblems {
    private static final ProblemType NOT_SIGNED =
            new ProblemType("audit-record-not-signed", "Record not signed yet", 409);

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
}
