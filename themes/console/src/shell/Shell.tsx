import { Bullseye, Spinner } from "@patternfly/react-core";
import { Suspense } from "react";
import { Outlet } from "react-router-dom";
import { Notices } from "../notices/Notices";
import { KeystewardNavigation } from "./KeystewardNavigation";

/** Around every page, stock and ours: our part of the navigation and our notices. */
export const Shell = () => (
  <Notices>
    <KeystewardNavigation />
    <Suspense
      fallback={
        <Bullseye>
          <Spinner />
        </Bullseye>
      }
    >
      <Outlet />
    </Suspense>
  </Notices>
);
