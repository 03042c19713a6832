import { Button, PageSection, Text, TextContent } from "@patternfly/react-core";
import { MagicIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useDirectories } from "../directory/useDirectories";
import { useRoles } from "../fields/useRoles";
import type { Place } from "../place";
import { RuleChange, type RuleDialogOpen } from "./RuleChange";
import { rulesOf } from "./rules";
import { RuleTable } from "./RuleTable";

interface RuleListProps {
  tenant: string;
  /** The id of the tenant's organization. */
  organization: string;
  place: Place;
  mayWrite: boolean;
}

/** Roles that members get by what they are. */
export function RuleList({ tenant, organization, place, mayWrite }: RuleListProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const rules = useResources(rulesOf);
  const known = useRoles(place);
  const directories = useDirectories({ id: organization, alias: tenant });
  const listing = useListing(useCallback((limit, cursor) => rules.page(tenant, limit, cursor), [rules, tenant]));
  const [dialog, setDialog] = useState<RuleDialogOpen>();
  const { refused, attempt, forget } = useAttempt();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    listing.reload();
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const open = (kind: "edit" | "switch", key: string) =>
    attempt(async () => {
      setDialog({ kind, rule: await rules.one(tenant, key) });
    });
  const createButton = mayWrite && (
    <Button
      data-testid="create-rule"
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateRule")}
    </Button>
  );
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Text>{t("keystewardAssignmentRulesHelp")}</Text>
        </TextContent>
      </PageSection>
      <ListView
        listing={listing}
        refused={refused ?? known.problem}
        filters={[]}
        isFiltered={false}
        actions={[createButton]}
        nothing={
          <Nothing
            icon={MagicIcon}
            title={t("keystewardNoRules")}
            body={t("keystewardNoRulesHelp")}
            action={createButton}
          />
        }
      >
        {(items) => (
          <RuleTable
            rules={items}
            known={known.value ?? []}
            {...(mayWrite && {
              onOpen: (action, rule) => {
                if (action === "delete") {
                  setDialog({ kind: action, rule });
                } else {
                  void open(action, rule.key);
                }
              },
            })}
          />
        )}
      </ListView>
      {dialog && (
        <RuleChange
          dialog={dialog}
          tenant={tenant}
          rules={rules}
          known={known.value ?? []}
          directories={directories}
          onChanged={changed}
          onClose={close}
          onReload={(kind, key) => void open(kind, key)}
        />
      )}
    </>
  );
}
