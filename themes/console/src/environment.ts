import type { AdminEnvironment } from "@keycloak/keycloak-admin-ui";

/** What the server wrote into the page: its addresses, the realm of the login and the console's client. */
export const environment = readEnvironment();

function readEnvironment(): AdminEnvironment {
  const element = document.getElementById("environment");
  if (!element?.textContent) {
    throw new Error("The page carries no environment: it was not rendered by Keycloak.");
  }
  return JSON.parse(element.textContent) as AdminEnvironment;
}
