/**
 * The proof that records are as they were written: each {@link org.keysteward.audit.integrity.RecordHash} holds the one
 * before, a signed {@link org.keysteward.audit.integrity.Checkpoint} holds the root of a {@link
 * org.keysteward.audit.integrity.MerkleTree} over them, and a {@link
 * org.keysteward.audit.integrity.RetentionCheckpoint} says which of them were given up because their time was over. A
 * {@link org.keysteward.audit.integrity.Verifier} reads all of it in order and names the first thing that is wrong; an
 * {@link org.keysteward.audit.integrity.InclusionProof} shows one record to somebody who may not see the others.
 *
 * <p>A <em>tombstone</em> is what is left of a record: its hash. A <em>disclosure</em> is what stands behind a commitment
 * in a record. The <em>anchor</em> is a copy of the checkpoints out of reach of whoever could change the database.
 *
 * <p>Pure: the JDK's cryptography and JSON. docs/audit-format.md says what is written, byte by byte.
 */
@NullMarked
package org.keysteward.audit.integrity;

import org.jspecify.annotations.NullMarked;
