import type { Api, Listing } from "../../api/Api";

export type FindingType =
  | "CHANGED"
  | "REMOVED"
  | "INSERTED"
  | "REORDERED"
  | "TRUNCATED"
  | "CHECKPOINT_CHANGED"
  | "CHECKPOINT_REMOVED"
  | "DISCLOSURE_CHANGED";

export interface Finding {
  readonly type: FindingType;
  /** Where it begins. */
  readonly seq: number;
  /** Where it ends at the latest. */
  readonly lastSeq: number;
  readonly recordId?: string;
  /** The number of the checkpoint that it is about. */
  readonly checkpoint?: number;
  readonly detail: string;
}

export interface Verification {
  readonly valid: boolean;
  readonly checked: {
    readonly records: number;
    /** Records whose time was over. */
    readonly tombstones: number;
    readonly checkpoints: number;
    readonly retentionCheckpoints: number;
    readonly fromSeq: number;
    /** The last that was seen; one less than `fromSeq` where there was none. */
    readonly toSeq: number;
  };
  /** The last record that a checkpoint covers; 0 where none does. */
  readonly signedUpTo: number;
  /** How many are chained behind it, and not signed yet. */
  readonly unsigned: number;
  /** Whether the checkpoints were compared with those outside of the database. */
  readonly anchored: boolean;
  /** What is wrong first; absent where all holds. */
  readonly finding?: Finding;
}

export type CheckpointType = "checkpoint" | "retention";

export interface Checkpoint {
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The statement that is signed. */
  readonly checkpoint: { readonly time: string; readonly root?: string; readonly policy?: string };
  readonly kid: string;
  readonly signature: string;
}

/** A public key (RFC 7517). */
export interface Jwk {
  readonly kid: string;
  readonly kty: string;
  readonly crv?: string;
  readonly x?: string;
}

export interface KeySet {
  readonly keys: readonly Jwk[];
}

const path = ["audit"];

export const integrityOf = (api: Api) => ({
  verify: () => api.get<Verification>([...path, "verify"]),
  checkpoints: (type: CheckpointType, limit: number, cursor?: string) =>
    api.get<Listing<Checkpoint>>([...path, "checkpoints"], { type, limit, cursor }),
  keys: () => api.get<KeySet>([...path, "keys"]),
  export: (from: string, to: string) => api.download([...path, "export"], { from, to }, "application/x-ndjson"),
});

export type Integrity = ReturnType<typeof integrityOf>;

/** Message keys: what a finding means. */
export const findingTexts: Readonly<Record<FindingType, string>> = {
  CHANGED: "keystewardAuditFindingChanged",
  REMOVED: "keystewardAuditFindingRemoved",
  INSERTED: "keystewardAuditFindingInserted",
  REORDERED: "keystewardAuditFindingReordered",
  TRUNCATED: "keystewardAuditFindingTruncated",
  CHECKPOINT_CHANGED: "keystewardAuditFindingCheckpointChanged",
  CHECKPOINT_REMOVED: "keystewardAuditFindingCheckpointRemoved",
  DISCLOSURE_CHANGED: "keystewardAuditFindingDisclosureChanged",
};

/** The checkpoint that covers the last signed record, among those that were read. */
export const checkpointAt = (checkpoints: readonly Checkpoint[], seq: number): Checkpoint | undefined =>
  checkpoints.find(({ firstSeq, lastSeq }) => firstSeq <= seq && seq <= lastSeq);
