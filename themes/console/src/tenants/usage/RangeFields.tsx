import { Button, TextInput, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { lastDays, type DayRange } from "./dayRange";

const presets = [30, 90, 365];

interface RangeFieldsProps {
  range: DayRange;
  onChange: (range: DayRange) => void;
  children: ReactNode;
}

/** Which days to look at. */
export function RangeFields({ range, onChange, children }: RangeFieldsProps) {
  const { t } = useTranslation();
  const day = (end: keyof DayRange, label: string) => (
    <ToolbarItem>
      <TextInput
        type="date"
        data-testid={`usage-${end}`}
        aria-label={label}
        value={range[end]}
        onChange={(_event, changed) => {
          onChange({ ...range, [end]: changed });
        }}
      />
    </ToolbarItem>
  );
  return (
    <Toolbar>
      <ToolbarContent>
        {day("from", t("keystewardFirstDay"))}
        {day("to", t("keystewardLastDay"))}
        {presets.map((days) => (
          <ToolbarItem key={days} alignSelf="center">
            <Button
              variant="link"
              isInline
              data-testid={`usage-last-${days}`}
              onClick={() => {
                onChange(lastDays(days, new Date()));
              }}
            >
              {t("keystewardLastDays", { days })}
            </Button>
          </ToolbarItem>
        ))}
        {children}
      </ToolbarContent>
    </Toolbar>
  );
}
