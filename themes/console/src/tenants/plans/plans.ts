import type { Api, Listing, Versioned } from "../../api/Api";
import type { Features, Rollouts } from "../features/features";
import type { Limits } from "../limits/limits";

// What has no value is absent from the server's answers, never null.

export const expiryOutcomes = ["deny-sign-in", "no-growth", "allow"] as const;

/** What becomes of a tenant whose license has expired, its grace days included. */
export type OnExpiry = (typeof expiryOutcomes)[number];

/** What a plan says, apart from what it is called in the API. */
export interface PlanContent {
  readonly name: string;
  readonly limits: Limits;
  readonly features: Features;
  readonly rollouts: Rollouts;
  readonly graceDays: number;
  readonly onExpiry: OnExpiry;
  readonly invitationsHoldSeats: boolean;
}

export interface Plan extends PlanContent {
  readonly key: string;
}

/** As many as the server puts on one page. A realm has a handful of plans. */
const allPlans = 1000;

export const plansOf = (api: Api) => ({
  all: async () => (await api.get<Listing<Plan>>(["plans"], { limit: allPlans })).items,
  one: (key: string): Promise<Versioned<Plan>> => api.read(["plans", key]),
  create: (plan: Plan) => api.post<Plan>(["plans"], plan),
  change: (key: string, content: PlanContent, version: string | undefined) =>
    api.put<Plan>(["plans", key], content, version),
  remove: (key: string) => api.remove(["plans", key]),
});

export type Plans = ReturnType<typeof plansOf>;
