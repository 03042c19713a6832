import type { ReactNode } from "react";
import type { RouteObject } from "react-router-dom";
import { asStockRole, type KeystewardRole } from "../access/keystewardRoles";

export interface ConsolePage {
  /** The first part of the address after `keysteward/`, and of the navigation item's test id. */
  readonly name: string;
  /** Parts of the address after the name, in the router's notation, such as `:tab?`. */
  readonly parameters?: string;
  /** Message key of the navigation item. */
  readonly title: string;
  /** Any one of these opens the page. */
  readonly roles: readonly KeystewardRole[];
  readonly element: ReactNode;
}

/** Ours sit below `keysteward/`, which no stock page uses. */
export const addressOf = (page: ConsolePage, realm: string) => `/${encodeURIComponent(realm)}/keysteward/${page.name}`;

interface Access {
  hasAny: (...roles: ReturnType<typeof asStockRole>[]) => boolean;
}

export function routeOf(page: ConsolePage): RouteObject {
  return {
    path: ["/:realm/keysteward", page.name, page.parameters].filter(Boolean).join("/"),
    element: page.element,
    // A list would ask for all of the roles; a function may ask for any.
    handle: { access: ({ hasAny }: Access) => hasAny(...page.roles.map(asStockRole)) },
  };
}
