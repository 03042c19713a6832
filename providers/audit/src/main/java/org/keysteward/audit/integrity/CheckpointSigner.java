package org.keysteward.audit.integrity;

/** Signs checkpoints by Ed25519: with a key of its own, or by asking whoever keeps it. */
public interface CheckpointSigner {
    String kid();

    /** The signature over this message, of 64 bytes. */
    byte[] sign(byte[] message);

    /** The public half, of the same kid. */
    VerificationKey publicKey();
}
