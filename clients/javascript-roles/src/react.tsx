import { createContext, type ReactNode, useContext } from "react";
import type { Permissions } from "./permissions.js";

const Current = createContext<Permissions | undefined>(undefined);

export interface PermissionsProviderProps {
  /** Undefined as long as nobody is signed in: nothing is permitted. */
  readonly permissions: Permissions | undefined;
  readonly children?: ReactNode;
}

export function PermissionsProvider({ permissions, children }: PermissionsProviderProps): ReactNode {
  return <Current.Provider value={permissions}>{children}</Current.Provider>;
}

/** What the nearest provider has; undefined without one, or as long as nobody is signed in. */
export function usePermissions(): Permissions | undefined {
  return useContext(Current);
}

export interface IfPermittedProps {
  readonly permission: string;
  readonly path?: string;
  /** Shown instead where it is not permitted. */
  readonly otherwise?: ReactNode;
  readonly children?: ReactNode;
}

/** Shows its children where the token says that it is permitted. It hides, and protects nothing. */
export function IfPermitted({ permission, path = "", otherwise = null, children }: IfPermittedProps): ReactNode {
  return usePermissions()?.can(permission, path) === true ? children : otherwise;
}
