import { Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";

export interface PageTab {
  readonly name: string;
  /** Message key. */
  readonly title: string;
  readonly address: string;
  readonly element: ReactNode;
}

interface PageTabsProps {
  label: string;
  /** What the test ids of the tabs begin with; the tab's name follows. */
  testId: string;
  tabs: readonly PageTab[];
  /** The name in the address; the first tab where it names none. */
  shown: string | undefined;
  /** Tabs inside of a tab. */
  isSecondary?: boolean;
}

/** Tabs that have an address each, so that a link or a reload finds the one that was open. */
export function PageTabs({ label, testId, tabs, shown, isSecondary = false }: PageTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const active = tabs.find(({ name }) => name === shown) ?? tabs[0];
  return (
    <Tabs
      isBox={!isSecondary}
      isSecondary={isSecondary}
      inset={{ default: "insetNone", xl: "insetLg", "2xl": "inset2xl" }}
      aria-label={label}
      activeKey={active?.name ?? ""}
      mountOnEnter
      unmountOnExit
      onSelect={(_event, chosen) => {
        const tab = tabs.find(({ name }) => name === chosen);
        if (tab) {
          void navigate(tab.address);
        }
      }}
    >
      {tabs.map(({ name, title, element }) => (
        <Tab
          key={name}
          eventKey={name}
          data-testid={`${testId}-${name}`}
          title={<TabTitleText>{t(title)}</TabTitleText>}
        >
          {element}
        </Tab>
      ))}
    </Tabs>
  );
}
