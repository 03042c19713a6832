package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A count of a connection's health. */
@Entity
@Table(name = "KS_SCIM_COUNT")
@IdClass(ScimCountEntity.Key.class)
public class ScimCountEntity {
    /** The primary key. */
    public record Key(String connectionId, String kind, String name) implements Serializable {}

    @Id
    @Column(name = "CONNECTION_ID", length = 36)
    private String connectionId = "";

    @Id
    @Column(name = "KIND", length = 10)
    private String kind = "";

    @Id
    @Column(name = "NAME", length = 300)
    private String name = "";

    @Column(name = "AMOUNT")
    private long amount;

    protected ScimCountEntity() {}
}
