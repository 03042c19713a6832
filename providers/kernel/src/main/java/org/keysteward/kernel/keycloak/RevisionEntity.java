package org.keysteward.kernel.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How often what a snapshot is made from has changed in a realm, or in one tenant: {@code roles/<tenant id>}. */
@Entity
@Table(name = "KS_REVISION")
@IdClass(RevisionEntity.Key.class)
public class RevisionEntity {
    /** The primary key. */
    public record Key(String realmId, String name) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Id
    @Column(name = "SNAPSHOT", length = 300)
    private String name = "";

    @Column(name = "REVISION")
    private long revision;

    protected RevisionEntity() {}

    long revision() {
        return revision;
    }
}
