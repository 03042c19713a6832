package org.keysteward.tenants;

import java.time.Instant;

/**
 * A license is out of force until somebody lifts it.
 *
 * @param reason what members are told
 */
public record Suspension(Instant since, String reason) {}
