import type { Api } from "../../api/Api";
import type { Holder } from "../assignments/assignments";

// What has no value is absent from the server's answers, never null.

export interface Question {
  /** The alias. */
  readonly tenant: string;
  /** The permission's key. */
  readonly permission: string;
  /** Where in the tenant; absent for the whole of it. */
  readonly path?: string;
  /** The user's id. */
  readonly subject: string;
}

/** By what somebody may do something. */
export interface Explanation {
  readonly assignment: {
    readonly id?: string;
    readonly source: Holder["source"];
    readonly role: string;
    readonly path?: string;
    readonly detail?: string;
  };
  /** Keys, from the role that was assigned to the one that grants. */
  readonly roles: readonly string[];
  readonly grant: string;
}

export interface Decision {
  readonly allowed: boolean;
  /** Absent where nothing allows it. */
  readonly explanation?: Explanation;
}

export const checksOf = (api: Api) => ({
  explain: (question: Question) => api.post<Decision>(["check"], { ...question, explain: true }),
});
