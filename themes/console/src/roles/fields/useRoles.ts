import { useCallback } from "react";
import { useResources } from "../../api/Api";
import { useLoaded, type Loaded } from "../../api/useLoaded";
import { rolesOf, type Role } from "../definition/roles";
import type { Place } from "../place";

/** All roles of a place, for choosing and for their names. */
export function useRoles(place: Place): Loaded<readonly Role[]> {
  const roles = useResources(rolesOf);
  return useLoaded(useCallback(() => roles.all(place), [roles, place]));
}
