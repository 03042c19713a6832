import type { ReactNode } from "react";
import type { RouteObject, UIMatch } from "react-router-dom";
import { asStockRole, type KeystewardRole } from "../access/keystewardRoles";

/** An entry of the navigation, and all that is reached through it. */
export interface ConsolePage {
  /** The address after `keysteward/`, and the end of the navigation item's test id. */
  readonly name: string;
  /** Message key of the navigation item. */
  readonly title: string;
  /** Any one of these opens the page. */
  readonly roles: readonly KeystewardRole[];
  readonly views: readonly View[];
}

/** What is shown at an address. */
export interface View {
  /** The address after `keysteward/`, in the router's notation, such as `tenants/:alias/:tab?`. */
  readonly path: string;
  readonly element: ReactNode;
}

/** Ours sit below `keysteward/`, which no stock page uses. */
export const addressIn = (realm: string, ...path: readonly string[]) =>
  ["", realm, "keysteward", ...path].map(encodeURIComponent).join("/");

interface Access {
  hasAny: (...roles: ReturnType<typeof asStockRole>[]) => boolean;
}

interface Handle {
  /** The console asks it before it shows the page. */
  readonly access: (access: Access) => boolean;
  readonly page: string;
}

export const routesOf = ({ name, roles, views }: ConsolePage): RouteObject[] =>
  views.map(({ path, element }) => ({
    path: `/:realm/keysteward/${path}`,
    element,
    // A list would ask for all of the roles; a function may ask for any.
    handle: { access: ({ hasAny }) => hasAny(...roles.map(asStockRole)), page: name } satisfies Handle,
  }));

/** Whether what is shown belongs to the page. */
export const isShown = (page: ConsolePage, matches: readonly UIMatch[]): boolean =>
  matches.some(({ handle }) => (handle as Partial<Handle> | undefined)?.page === page.name);
