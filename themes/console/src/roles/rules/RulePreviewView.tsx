import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { RulePreview } from "./rules";

/** To how many members a rule would give its role, and to whom of them. */
export function RulePreviewView({ preview }: { preview: RulePreview }) {
  const { t } = useTranslation();
  const { matches, sample, truncated } = preview;
  return (
    <div data-testid="rule-preview">
      <Alert
        isInline
        isLiveRegion
        component="h2"
        variant={matches === 0 ? "info" : "warning"}
        data-testid="rule-matches"
        title={t("keystewardRuleMatches", { matches })}
      >
        {truncated && <p>{t("keystewardRuleMatchesTruncated")}</p>}
      </Alert>
      {sample.length > 0 && (
        <>
          <p className="pf-v5-u-mt-md">{t("keystewardRuleSample")}</p>
          <List data-testid="rule-sample">
            {sample.map(({ userId, username }) => (
              <ListItem key={userId}>{username ?? userId}</ListItem>
            ))}
          </List>
        </>
      )}
    </div>
  );
}
