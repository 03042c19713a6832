import { expect, test } from "vitest";
import { domainsIn } from "./domainNames";

test.each([
  ["acme.com", ["acme.com"]],
  ["acme.com, ACME.org;acme.net\nacme.de", ["acme.com", "acme.org", "acme.net", "acme.de"]],
  [" acme.com,, acme.com ", ["acme.com"]],
  ["  ", []],
])("finds the domains in %j", (text, domains) => {
  expect(domainsIn(text)).toEqual(domains);
});
