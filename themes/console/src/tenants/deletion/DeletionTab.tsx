import type { Tenant } from "../tenants";
import { DeletePanel } from "./DeletePanel";
import { RestorePanel } from "./RestorePanel";

interface DeletionTabProps {
  tenant: Tenant;
  onChanged: () => void;
}

/** Where a tenant is deleted, and brought back as long as that is possible. */
export const DeletionTab = ({ tenant, onChanged }: DeletionTabProps) =>
  tenant.deletion ? (
    <RestorePanel tenant={tenant} deletion={tenant.deletion} onRestored={onChanged} />
  ) : (
    <DeletePanel tenant={tenant} onDeleted={onChanged} />
  );
