import { PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useResources } from "../../api/Api";
import { CheckpointCard } from "./CheckpointCard";
import { ExportCard } from "./ExportCard";
import { integrityOf } from "./integrity";
import { KeysCard } from "./KeysCard";
import { VerifyCard } from "./VerifyCard";

/** Whether the trail is as it was written, and what others need to find that out themselves. */
export function IntegrityTab() {
  const integrity = useResources(integrityOf);
  return (
    <PageSection variant="light">
      <Stack hasGutter>
        <StackItem>
          <VerifyCard integrity={integrity} />
        </StackItem>
        <StackItem>
          <CheckpointCard integrity={integrity} />
        </StackItem>
        <StackItem>
          <KeysCard integrity={integrity} />
        </StackItem>
        <StackItem>
          <ExportCard integrity={integrity} />
        </StackItem>
      </Stack>
    </PageSection>
  );
}
