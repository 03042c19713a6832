package org.keysteward.audit.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened and is not sealed yet.
 *
 * <p>An entity and no plain statement: Keycloak lets PostgreSQL forget the last moments of transactions in which
 * nothing but its short-lived entities has changed, sign-ins among them, and one entity that is none of these prevents
 * that.
 */
@Entity
@Table(name = "KS_AUDIT_INBOX")
public class InboxEntity {
    @Id
    @Column(name = "ID")
    private UUID id = new UUID(0, 0);

    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    /** Milliseconds since the epoch. */
    @Column(name = "RECORD_TIME")
    private long time;

    /** JSON: the record before it is sealed, without what says who somebody is. */
    @Column(name = "BODY")
    private String body = "";

    /** The server's key that {@code personal} is encrypted with. */
    @Column(name = "KID")
    private @Nullable String kid;

    @Column(name = "PERSONAL")
    private byte @Nullable [] personal;

    protected InboxEntity() {}

    InboxEntity(UUID id, String realmId, long time, String body, @Nullable String kid, byte @Nullable [] personal) {
        this.id = id;
        this.realmId = realmId;
        this.time = time;
        this.body = body;
        this.kid = kid;
        this.personal = personal;
    }
}
