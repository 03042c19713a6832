package org.keysteward.kernel.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** The answer to a request that carried an idempotency key. */
@Entity
@Table(name = "KS_IDEMPOTENCY")
@IdClass(IdempotencyEntity.Key.class)
public class IdempotencyEntity {
    /** The primary key. */
    public record Key(String realmId, String actorId, String keyHash) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "ACTOR_ID", length = 255)
    private String actorId = "";

    @Id
    @Column(name = "KEY_HASH", length = 64)
    private String keyHash = "";

    @Column(name = "REQUEST_HASH", length = 64)
    private String requestHash = "";

    @Column(name = "EXPIRES_AT")
    private long expiresAt;

    @Column(name = "STATUS")
    private int status;

    @Column(name = "LOCATION", length = 2000)
    private @Nullable String location;

    @Column(name = "ENTITY_TAG", length = 64)
    private @Nullable String entityTag;

    @Type(JsonColumn.class)
    @Column(name = "BODY")
    private @Nullable String body;

    protected IdempotencyEntity() {}

    String requestHash() {
        return requestHash;
    }

    int status() {
        return status;
    }

    @Nullable String location() {
        return location;
    }

    @Nullable String entityTag() {
        return entityTag;
    }

    @Nullable String body() {
        return body;
    }

    void answered(int newStatus, @Nullable String newLocation, @Nullable String newTag, String newBody) {
        status = newStatus;
        location = newLocation;
        entityTag = newTag;
        body = newBody;
    }
}
