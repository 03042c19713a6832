package org.keysteward.kernel.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A realm that has our administration roles and client scope, and as of which version of them. */
@Entity
@Table(name = "KS_REALM")
public class PreparedRealmEntity {
    @Id
    @Column(name = "REALM_ID", length = 36)
    private String realmId = "";

    @Column(name = "PREPARATION")
    private int preparation;

    protected PreparedRealmEntity() {}
}
