import type { Api, Listing } from "../../api/Api";

/** Whether a chain is as it was written. */
export interface Verification {
  readonly valid: boolean;
  readonly checked: {
    readonly records: number;
    readonly tombstones: number;
    readonly checkpoints: number;
    readonly fromSeq: number;
    readonly toSeq: number;
  };
  readonly signedUpTo: number;
  readonly unsigned: number;
  readonly anchored: boolean;
  readonly finding?: {
    readonly type: string;
    readonly seq: number;
    readonly recordId?: string;
    readonly detail: string;
  };
}

export interface SignedCheckpoint {
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly kid: string;
  readonly checkpoint: Readonly<Record<string, unknown>>;
}

/** Message keys of what can be wrong. */
export const findingTexts: Readonly<Record<string, string>> = {
  CHANGED: "keystewardFindingChanged",
  REMOVED: "keystewardFindingRemoved",
  INSERTED: "keystewardFindingInserted",
  REORDERED: "keystewardFindingReordered",
  TRUNCATED: "keystewardFindingTruncated",
  CHECKPOINT_CHANGED: "keystewardFindingCheckpointChanged",
  CHECKPOINT_REMOVED: "keystewardFindingCheckpointRemoved",
};

const mostShown = 10;

export const integrityOf = (api: Api) => ({
  verify: () => api.get<Verification>(["audit", "verify"]),
  checkpoints: async () =>
    (await api.get<Listing<SignedCheckpoint>>(["audit", "checkpoints"], { limit: mostShown })).items,
  keys: () => api.download(["audit", "keys"], {}, "application/json"),
  /** @param from a day as `2026-01-31` in UTC, or nothing for the first one */
  exported: (from: string, to: string) =>
    api.download(
      ["audit", "export"],
      {
        ...(from !== "" && { from: `${from}T00:00:00Z` }),
        ...(to !== "" && { to: `${to}T23:59:59.999Z` }),
      },
      "application/x-ndjson",
    ),
});
