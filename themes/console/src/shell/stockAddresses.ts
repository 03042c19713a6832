/** The stock page of a user. */
export const userAddress = (realm: string, id: string) => `/${encodeURIComponent(realm)}/users/${id}/settings`;
