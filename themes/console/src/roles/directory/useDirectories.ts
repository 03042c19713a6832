import { useMemo } from "react";
import { useResources, useStockApi } from "../../api/Api";
import { membersOf } from "../../tenants/members/members";
import type { Tenant } from "../../tenants/tenants";
import type { PrincipalType } from "../assignments/assignments";
import {
  groupsOfOrganization,
  groupsOfRealm,
  membersIn,
  serviceAccountsIn,
  usersIn,
  type Directory,
} from "./directory";

/** Where each type of principal is found. */
export type Directories = Readonly<Record<PrincipalType, Directory>>;

/** Nobody is found in it: the realm as a whole has no groups of an organization. */
const noDirectory: Directory = { offer: () => Promise.resolve([]), find: () => Promise.resolve(undefined) };

/** @param tenant absent for the realm as a whole */
export function useDirectories(tenant?: Pick<Tenant, "id" | "alias">): Directories {
  const stock = useStockApi();
  const members = useResources(membersOf);
  const id = tenant?.id;
  const alias = tenant?.alias;
  return useMemo(
    () => ({
      user: alias === undefined ? usersIn(stock) : membersIn(members, alias),
      "service-account": serviceAccountsIn(stock),
      "organization-group": id === undefined ? noDirectory : groupsOfOrganization(stock, id),
      "realm-group": groupsOfRealm(stock),
    }),
    [stock, members, id, alias],
  );
}
