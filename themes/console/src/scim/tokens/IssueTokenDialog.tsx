import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { MomentField } from "../../forms/MomentField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { monthsAfter } from "../../time/moments";
import type { NewToken } from "./tokens";

interface IssueTokenDialogProps {
  /** Its name. */
  connection: string;
  /** Whether there are tokens that this one may take the place of. */
  hasOthers: boolean;
  issue: (token: NewToken) => Promise<void>;
  onClose: () => void;
}

export function IssueTokenDialog({ connection, hasOthers, issue, onClose }: IssueTokenDialogProps) {
  const { t } = useTranslation();
  const [expiresAt, setExpiresAt] = useState<string>();
  const [othersExpireInHours, setOthersExpireInHours] = useState<number>();

  const after = (months: number, label: string) => (
    <Button
      variant="link"
      isInline
      className="pf-v5-u-mr-md"
      data-testid={`scim-token-months-${months}`}
      onClick={() => {
        setExpiresAt(monthsAfter(new Date().toISOString(), months));
      }}
    >
      {label}
    </Button>
  );
  return (
    <FormDialog
      title={t("keystewardIssueTokenFor", { name: connection })}
      saveTestId="save-scim-token"
      saveLabel={t("keystewardIssueToken")}
      size="medium"
      pointers={["/expiresAt", "/othersExpireInHours"]}
      save={() =>
        issue({
          ...(expiresAt !== undefined && { expiresAt }),
          ...(othersExpireInHours !== undefined && { othersExpireInHours }),
        })
      }
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <div>
            <MomentField
              label={t("keystewardExpiresAt")}
              testId="scim-token-expiresAt"
              value={expiresAt}
              onChange={setExpiresAt}
              help={t("keystewardTokenExpiresAtHelp")}
              error={errorAt("/expiresAt")}
            />
            {after(6, t("keystewardInSixMonths"))}
            {after(12, t("keystewardInOneYear"))}
          </div>
          {hasOthers && (
            <WholeNumberField
              label={t("keystewardOthersExpire")}
              testId="scim-token-others"
              value={othersExpireInHours}
              onChange={setOthersExpireInHours}
              help={t("keystewardOthersExpireHelp")}
              error={errorAt("/othersExpireInHours")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
