package org.keysteward.kernel.keycloak;

import org.infinispan.protostream.annotations.ProtoFactory;
import org.infinispan.protostream.annotations.ProtoField;
import org.infinispan.protostream.annotations.ProtoTypeId;
import org.keycloak.cluster.ClusterEvent;

/** Tells the other nodes that a snapshot of a realm is out of date. */
@ProtoTypeId(1_200_001)
public final class SnapshotChanged implements ClusterEvent {
    @ProtoField(1)
    final String snapshot;

    @ProtoField(2)
    final String realmId;

    @ProtoField(3)
    final String scope;

    /** @param scope which part of the realm; an empty text for the realm itself */
    @ProtoFactory
    public SnapshotChanged(String snapshot, String realmId, String scope) {
        this.snapshot = snapshot;
        this.realmId = realmId;
        this.scope = scope;
    }
}
