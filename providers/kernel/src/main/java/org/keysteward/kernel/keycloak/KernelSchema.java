package org.keysteward.kernel.keycloak;

import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.annotations.ProtoSchema;

/** How the kernel's cluster messages are serialised. */
@ProtoSchema(
        includeClasses = SnapshotChanged.class,
        schemaPackageName = "keysteward.kernel",
        schemaFileName = "keysteward-kernel.proto",
        schemaFilePath = "proto",
        service = true)
public interface KernelSchema extends GeneratedSchema {}
