import { HoldList } from "./HoldList";
import { ErasureList } from "./ErasureList";

/** What has to be kept, and who had to be forgotten. */
export const HoldsTab = () => (
  <>
    <HoldList />
    <ErasureList />
  </>
);
