import type { Path } from "../api/Api";
import { addressIn } from "../shell/ConsolePage";
import { tenantAddress } from "../tenants/addresses";

/** What connections provision into: the realm as a whole, or one tenant. */
export interface Place {
  readonly path: Path;
  /** The tenant's alias; absent in the realm. */
  readonly tenant?: string;
  /** Where the console shows a connection of this id; without one, where it lists them. */
  readonly addressOf: (connection?: string) => string;
}

const named = (connection: string | undefined) => (connection === undefined ? [] : [connection]);

export const realmPlace = (realm: string): Place => ({
  path: [],
  addressOf: (connection) => addressIn(realm, "provisioning", ...named(connection)),
});

export const tenantPlace = (realm: string, alias: string): Place => ({
  path: ["tenants", alias],
  tenant: alias,
  addressOf: (connection) => tenantAddress(realm, alias, "provisioning", ...named(connection)),
});
