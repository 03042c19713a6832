import type { Api, Listing } from "../../api/Api";
import type { Person } from "./person";

export const invitationStates = ["pending", "expired"] as const;
export type InvitationState = (typeof invitationStates)[number];

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Of the membership, or one that the tenant composed. */
  readonly role: string;
  readonly state: InvitationState;
  /** Whether the mail with the link has gone out. */
  readonly mail: "queued" | "sent" | "failed";
  /** The id of the user who invited; absent for invitations of the stock console. */
  readonly invitedBy?: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface NewInvitation extends Person {
  readonly role: string;
}

/** What became of one address: either an invitation or why there is none. */
export interface InvitationResult {
  readonly email: string;
  readonly invitation?: Invitation;
  readonly problem?: { readonly title: string; readonly detail?: string };
}

/** As many as the server takes at once. */
export const mostInvitations = 500;

const path = (alias: string, ...more: string[]) => ["tenants", alias, "invitations", ...more];

export const invitationsOf = (api: Api) => ({
  page: (alias: string, state: string, search: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<Invitation>>(path(alias), { state, search, limit, cursor }),
  invite: (alias: string, invitation: NewInvitation) => api.post<Invitation>(path(alias), invitation),
  inviteMany: async (alias: string, invitations: readonly NewInvitation[]) =>
    (await api.post<{ results: readonly InvitationResult[] }>(path(alias, "batch"), { invitations })).results,
  resend: (alias: string, id: string) => api.post<Invitation>(path(alias, id, "resend")),
  revoke: (alias: string, id: string) => api.remove(path(alias, id)),
});

export type Invitations = ReturnType<typeof invitationsOf>;
