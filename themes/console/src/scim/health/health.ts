/** How often an operation went well, and how often not. */
export interface OperationCount {
  /** Such as `create user`. */
  readonly operation: string;
  readonly succeeded: number;
  readonly failed: number;
}

/** Milliseconds that so many of a hundred requests took at most. */
export interface Durations {
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

export interface SyncError {
  readonly at: string;
  readonly requestId?: string;
  readonly operation: string;
  /** Of the HTTP answer. */
  readonly status: number;
  /** RFC 7644, section 3.12. */
  readonly scimType?: string;
  readonly detail?: string;
}

/** How a connection fares. */
export interface Health {
  /** Absent where nothing was ever provisioned. */
  readonly lastSyncAt?: string;
  /** Nothing has come for longer than is usual. */
  readonly stale: boolean;
  readonly operations?: readonly OperationCount[];
  readonly durations?: Durations;
  readonly errors?: readonly SyncError[];
  /** Attributes of no schema that the source sends, as paths such as `/foo`. */
  readonly ignored?: readonly string[];
}

const percentiles = ["p50", "p95", "p99"] as const;

/** How many of a hundred requests took how long at most; without those that nobody has measured. */
export const percentilesOf = (durations: Durations = {}): readonly { share: number; milliseconds: number }[] =>
  percentiles.flatMap((percentile) => {
    const milliseconds = durations[percentile];
    return milliseconds === undefined ? [] : [{ share: Number(percentile.slice(1)), milliseconds }];
  });

/** The latest first. */
export const latestFirst = (errors: readonly SyncError[]): readonly SyncError[] =>
  [...errors].sort((one, other) => new Date(other.at).getTime() - new Date(one.at).getTime());
