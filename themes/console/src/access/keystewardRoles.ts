import { useAccess } from "@keycloak/keycloak-admin-ui";

/** Keycloak roles of the client realm-management (in master: of the realm's own client). */
export type KeystewardRole = "keysteward-admin" | "keysteward-viewer" | "keysteward-auditor";

type StockRole = Parameters<ReturnType<typeof useAccess>["hasSomeAccess"]>[number];

/**
 * The console's check compares names with the roles that the server reports for the user, whatever they are; only
 * its type is limited to the stock ones.
 */
export const asStockRole = (role: KeystewardRole) => role as StockRole;

export const readers: readonly KeystewardRole[] = ["keysteward-admin", "keysteward-viewer", "keysteward-auditor"];

/** May the signed-in administrator change what Keysteward keeps of the realm in view? The server decides again. */
export function useMayWrite(): boolean {
  const { hasSomeAccess } = useAccess();
  return hasSomeAccess(asStockRole("keysteward-admin"));
}

/** Auditors see which tenants there are, and nothing of what these have. */
export function useMayReadAll(): boolean {
  const { hasSomeAccess } = useAccess();
  return hasSomeAccess(asStockRole("keysteward-admin"), asStockRole("keysteward-viewer"));
}
