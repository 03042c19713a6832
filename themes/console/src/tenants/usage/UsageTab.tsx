import { Alert, Button, PageSection, ToolbarItem } from "@patternfly/react-core";
import { ChartLineIcon, DownloadIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { Nothing } from "../../lists/Nothing";
import { csvName, faultOf, lastDays, mostDays } from "./dayRange";
import { RangeFields } from "./RangeFields";
import { saveFile } from "./saveFile";
import { SeatChart } from "./SeatChart";
import { usageOf } from "./usage";
import { UsageTable } from "./UsageTable";

const daysAtFirst = 30;

/** What a tenant has used, day by day. */
export function UsageTab({ alias }: { alias: string }) {
  const { t } = useTranslation();
  const usage = useResources(usageOf);
  // What is typed; what was last asked for stays in view while a day is being typed.
  const [range, setRange] = useState(() => lastDays(daysAtFirst, new Date()));
  const [asked, setAsked] = useState(range);
  const fault = faultOf(range);
  const days = useLoaded(useCallback(() => usage.between(alias, asked), [usage, alias, asked]));
  const { refused, attempt } = useAttempt();

  const download = () =>
    attempt(async () => {
      saveFile(await usage.csv(alias, asked), csvName(alias, asked));
    });

  return (
    <PageSection variant="light" className="pf-v5-u-p-0">
      <RangeFields
        range={range}
        onChange={(chosen) => {
          setRange(chosen);
          if (faultOf(chosen) === undefined) {
            setAsked(chosen);
          }
        }}
      >
        <ToolbarItem align={{ default: "alignRight" }}>
          <Button
            variant="secondary"
            icon={<DownloadIcon />}
            data-testid="download-usage"
            isDisabled={fault !== undefined}
            onClick={() => void download()}
          >
            {t("keystewardDownloadCsv")}
          </Button>
        </ToolbarItem>
      </RangeFields>
      {fault && (
        <Alert isInline isLiveRegion variant="warning" data-testid="usage-fault" title={t(fault, { most: mostDays })} />
      )}
      <PageProblem problem={refused} />
      <WhenLoaded loaded={days}>
        {(items) =>
          items.length === 0 ? (
            <Nothing icon={ChartLineIcon} title={t("keystewardNoUsage")} body={t("keystewardNoUsageHelp")} />
          ) : (
            <>
              <SeatChart days={items} />
              <UsageTable days={items} />
            </>
          )
        }
      </WhenLoaded>
    </PageSection>
  );
}
