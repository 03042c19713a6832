import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";

export interface Fact {
  readonly term: string;
  /** For browser tests. */
  readonly testId: string;
  readonly value: ReactNode;
}

/** Terms and what stands for them, one below the other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <DescriptionList isHorizontal isCompact>
    {facts.map(({ term, testId, value }) => (
      <DescriptionListGroup key={testId}>
        <DescriptionListTerm>{term}</DescriptionListTerm>
        <DescriptionListDescription data-testid={testId}>{value}</DescriptionListDescription>
      </DescriptionListGroup>
    ))}
  </DescriptionList>
);
