import "@patternfly/react-core/dist/styles/base.css";
import "@patternfly/patternfly/patternfly-addons.css";
import "@keycloak/keycloak-admin-ui/styles.css";
import "./index.css";
import { AdminUi, KeycloakProvider, routes } from "@keycloak/keycloak-admin-ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createHashRouter, RouterProvider, type RouteObject } from "react-router-dom";
import { environment } from "./environment";
import { loadMessages } from "./i18n";
import { pages } from "./pages";
import { routesOf } from "./shell/ConsolePage";
import { Shell } from "./shell/Shell";

const router = createHashRouter([
  {
    path: "/",
    element: (
      <KeycloakProvider environment={environment}>
        <AdminUi />
      </KeycloakProvider>
    ),
    children: [{ element: <Shell />, children: [...pages.flatMap(routesOf), ...(routes as RouteObject[])] }],
  },
]);

const app = document.getElementById("app");
if (!app) {
  throw new Error("The page has no place for the console: it was not rendered by Keycloak.");
}

await loadMessages();
createRoot(app).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
