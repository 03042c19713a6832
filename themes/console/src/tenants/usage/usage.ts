import type { Api, Listing } from "../../api/Api";
import type { DayRange } from "./dayRange";

/** What a tenant used on a day. */
export interface DayOfUse {
  /** As `2026-01-31`, in UTC. */
  readonly day: string;
  readonly seatsUsed: number;
  /** Absent for any number. */
  readonly seatLimit?: number;
  /** The most seats that were used at once. */
  readonly seatsPeak: number;
  readonly pendingInvitations: number;
  /** Members who signed in on the day, within 7 and within 30 days before its end. */
  readonly activeMembers1: number;
  readonly activeMembers7: number;
  readonly activeMembers30: number;
  readonly signIns: number;
}

const path = (alias: string) => ["tenants", alias, "usage"];

export const usageOf = (api: Api) => ({
  between: async (alias: string, { from, to }: DayRange) =>
    (await api.get<Listing<DayOfUse>>(path(alias), { from, to })).items,
  csv: (alias: string, { from, to }: DayRange) => api.download(path(alias), { from, to }, "text/csv"),
});
