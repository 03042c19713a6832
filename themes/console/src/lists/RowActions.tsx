import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import { EllipsisVIcon } from "@patternfly/react-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface RowAction {
  title: string;
  "data-testid": string;
  onClick: () => void;
}

interface RowActionsProps {
  /** What the row is about; it tells the menus of many rows apart for those who only hear them. */
  of: string;
  actions: readonly RowAction[];
}

/** The menu at the end of a row; nothing where nothing can be done. */
export function RowActions({ of, actions }: RowActionsProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  if (actions.length === 0) {
    return null;
  }
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: "end" }}
      toggle={{
        toggleRef: toggle,
        toggleNode: (
          <MenuToggle
            ref={toggle}
            variant="plain"
            data-testid="row-actions"
            aria-label={t("keystewardActionsOf", { name: of })}
            isExpanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            <EllipsisVIcon />
          </MenuToggle>
        ),
      }}
    >
      <DropdownList>
        {actions.map(({ title, onClick, "data-testid": testId }) => (
          <DropdownItem
            key={testId}
            data-testid={testId}
            onClick={() => {
              // A dialog gives the focus back to where it was when it opened: not to an item that is gone by then.
              toggle.current?.focus();
              setIsOpen(false);
              onClick();
            }}
          >
            {title}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
