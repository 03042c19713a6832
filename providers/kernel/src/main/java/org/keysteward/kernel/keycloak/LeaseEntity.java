package org.keysteward.kernel.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** When a task of the cluster runs next, on the database's clock. */
@Entity
@Table(name = "KS_LEASE")
public class LeaseEntity {
    static final int NAME_LENGTH = 64;

    @Id
    @Column(name = "NAME", length = NAME_LENGTH)
    private String name = "";

    /** Milliseconds since the epoch. */
    @Column(name = "NEXT_RUN")
    private long nextRun;

    /** The node that ran it last, for people who look. */
    @Column(name = "OWNER", length = 255)
    private @Nullable String owner;

    protected LeaseEntity() {}
}
