import type { Api, Listing } from "../../api/Api";

/** A public key as JSON (RFC 7517). */
export type Jwk = Readonly<Record<string, unknown>>;

/** A public key that the licenses of a vendor are checked with. */
export interface LicenseKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly createdAt: string;
  readonly jwk: Jwk;
}

export const licenseKeysOf = (api: Api) => ({
  all: async () => (await api.get<Listing<LicenseKey>>(["license-keys"])).items,
  add: (keys: readonly Jwk[]) => api.post<Listing<LicenseKey>>(["license-keys"], { keys }),
  remove: (kid: string) => api.remove(["license-keys", kid]),
});
