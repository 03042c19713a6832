package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A request of a connection that failed. */
@Entity
@Table(name = "KS_SCIM_ERROR")
public class ScimErrorEntity {
    /** Ascending with time. */
    @Id
    @Column(name = "ID", length = 36)
    private String id = "";

    @Column(name = "CONNECTION_ID", length = 36)
    private String connectionId = "";

    @Column(name = "OCCURRED_AT")
    private long at;

    @Column(name = "REQUEST_ID")
    private String requestId = "";

    @Column(name = "OPERATION", length = 50)
    private String operation = "";

    @Column(name = "STATUS")
    private int status;

    @Column(name = "SCIM_TYPE", length = 30)
    private String scimType = "";

    @Column(name = "DETAIL", length = 500)
    private String detail = "";

    protected ScimErrorEntity() {}

    long at() {
        return at;
    }

    String requestId() {
        return requestId;
    }

    String operation() {
        return operation;
    }

    int status() {
        return status;
    }

    /** Empty where SCIM has no word for it. */
    String scimType() {
        return scimType;
    }

    String detail() {
        return detail;
    }
}
