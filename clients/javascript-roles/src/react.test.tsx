import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { permissionsOf } from "./index.js";
import { IfPermitted, PermissionsProvider } from "./react.js";

const permissions = permissionsOf({ organization: { acme: { permissions: ["journeys.*"] } } });

describe("IfPermitted", () => {
  it("shows what is permitted, and otherwise something else or nothing", () => {
    const markup = renderToStaticMarkup(
      <PermissionsProvider permissions={permissions}>
        <IfPermitted permission="journeys.publish">publish</IfPermitted>
        <IfPermitted permission="billing.read" otherwise="no bills">
          bills
        </IfPermitted>
        <IfPermitted permission="billing.refund">refund</IfPermitted>
      </PermissionsProvider>,
    );

    expect(markup).toBe("publishno bills");
  });

  it("shows nothing without permissions", () => {
    const guarded = <IfPermitted permission="journeys.publish">publish</IfPermitted>;

    expect(renderToStaticMarkup(guarded)).toBe("");
    expect(renderToStaticMarkup(<PermissionsProvider permissions={undefined}>{guarded}</PermissionsProvider>)).toBe("");
  });
});
