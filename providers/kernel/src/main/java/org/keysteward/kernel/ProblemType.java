package org.keysteward.kernel;

import java.util.regex.Pattern;

/**
 * A kind of problem (RFC 9457). Capabilities add their own; the name is part of the API and never changes.
 *
 * @param name lower-case words joined by hyphens; the URN is {@code urn:keysteward:problem:<name>}
 * @param title the same words for every occurrence
 * @param status the HTTP status
 */
public record ProblemType(String name, String title, int status) {
    // First, since the constants below are checked against it.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public static final ProblemType MALFORMED_REQUEST =
            new ProblemType("malformed-request", "The request cannot be read", 400);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", "No valid access token", 401);
    public static final ProblemType MISSING_PERMISSION =
            new ProblemType("missing-permission", "Permission missing", 403);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", "Forbidden", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", "Not found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "Method not allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", "Not acceptable", 406);
    public static final ProblemType CONFLICT = new ProblemType("conflict", "Conflict", 409);
    public static final ProblemType STALE = new ProblemType("stale", "Changed since it was read", 412);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", "Too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "Unsupported media type", 415);
    public static final ProblemType INVALID_FIELD = new ProblemType("invalid-field", "Invalid field", 422);
    public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", "Invalid cursor", 422);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", "Idempotency key used for another request", 422);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", "Too many requests", 429);
    public static final ProblemType INTERNAL = new ProblemType("internal", "Internal error", 500);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", "Unavailable", 503);

    public ProblemType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a problem name: " + name);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an error status: " + status);
        }
    }

    public String urn() {
        return "urn:keysteward:problem:" + name;
    }
}
