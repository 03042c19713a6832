package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.keysteward.kernel.Problem;
import org.keysteward.kernel.ProblemType;
import org.keysteward.kernel.RequestId;
import org.keysteward.kernel.keycloak.ErrorForm;
import org.keysteward.scim.ScimType;

/** Errors as RFC 7644 (section 3.12) writes them, also those that say nothing of SCIM. */
final class ScimErrorForm implements ErrorForm {
    static final String MEDIA_TYPE = "application/scim+json";

    private static final Set<String> LICENSE =
            Set.of("seat-limit-reached", "limit-reached", "license-expired", "license-suspended");

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public int status(Problem problem) {
        return statusOf(problem);
    }

    @Override
    public String body(Problem problem, RequestId request) {
        return body(statusOf(problem), type(problem), problem.detail());
    }

    /** SCIM knows no 422; and 409 is for what is there twice, not for a license that is full. */
    static int statusOf(Problem problem) {
        if (LICENSE.contains(problem.type().name())) {
            return 403;
        }
        return problem.type().status() == 422 ? 400 : problem.type().status();
    }

    static String body(int status, Optional<ScimType> type, String detail) {
        return Json.write(json(status, type, detail));
    }

    static ObjectNode json(int status, Optional<ScimType> type, String detail) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(SCHEMA);
        body.put("status", Integer.toString(status));
        type.ifPresent(one -> body.put("scimType", one.scimName()));
        body.put("detail", detail);
        return body;
    }

    static Optional<ScimType> type(Problem problem) {
        if (problem.type().equals(ProblemType.INVALID_CURSOR)) {
            return Optional.of(ScimType.INVALID_CURSOR);
        }
        return switch (problem.type().status()) {
            case 400 -> Optional.of(ScimType.INVALID_SYNTAX);
            case 422 -> Optional.of(ScimType.INVALID_VALUE);
            default -> Optional.empty();
        };
    }
}
