import type { Api, Listing, Versioned } from "../../api/Api";
import type { Place } from "../place";

/** Of how many of these roles one person may have at most some (static separation of duty). */
export interface DutyContent {
  readonly name: string;
  /** Keys. */
  readonly roles: readonly string[];
  /** Less than all of them. */
  readonly max: number;
}

export interface DutySet extends DutyContent {
  readonly key: string;
  /** The sets of the realm hold in every tenant. */
  readonly origin: "realm" | "tenant";
}

/** Somebody who was given more of them, by assignments from before the set was made, or by a group or a rule. */
export interface Violation {
  /** The set's key. */
  readonly set: string;
  readonly userId: string;
  readonly username?: string;
  readonly roles: readonly string[];
}

const pathOf = ({ path }: Place, ...more: readonly string[]) => [...path, "separation-of-duty", ...more];

export const dutiesOf = (api: Api) => ({
  page: (place: Place, limit: number, cursor: string | undefined) =>
    api.get<Listing<DutySet>>(pathOf(place), { limit, cursor }),
  one: (place: Place, key: string): Promise<Versioned<DutySet>> => api.read(pathOf(place, key)),
  create: (place: Place, set: Omit<DutySet, "origin">) => api.post<DutySet>(pathOf(place), set),
  change: (place: Place, key: string, content: DutyContent, version: string | undefined) =>
    api.put<DutySet>(pathOf(place, key), content, version),
  remove: (place: Place, key: string) => api.remove(pathOf(place, key)),
  violations: (place: Place, limit: number, cursor: string | undefined) =>
    api.get<Listing<Violation>>(pathOf(place, "violations"), { limit, cursor }),
});

/** Whether the server could take it: two roles or more, and not all of them in one hand. */
export const isComplete = ({ name, roles, max }: { name: string; roles: readonly string[]; max: number | undefined }) =>
  name.trim() !== "" && roles.length > 1 && max !== undefined && max >= 1 && max < roles.length;
