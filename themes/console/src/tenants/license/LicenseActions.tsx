import { Button, CardFooter, Flex } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useNotify } from "../../notices/Notices";
import type { Catalogue } from "../plans/planChoices";
import type { Tenant } from "../tenants";
import type { License, Licenses } from "./license";
import { LicenseDialog } from "./LicenseDialog";
import { ResumeDialog, SuspendDialog } from "./SuspensionDialogs";
import { SignedLicenseDialog } from "./SignedLicenseDialog";

interface LicenseActionsProps {
  tenant: Tenant;
  license: License;
  /** The version that was read, which a change must name. */
  version: string | undefined;
  catalogue: Catalogue | undefined;
  licenses: Licenses;
  onChanged: () => void;
  /** Reads the license again, for when somebody else has changed it meanwhile. */
  onReload: () => void;
}

type Dialog = "give" | "install" | "suspend" | "resume";

/** What may be done with a license; nothing for those who may only look. */
export function LicenseActions(props: LicenseActionsProps) {
  const { tenant, license, version, catalogue, licenses, onChanged, onReload } = props;
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const [dialog, setDialog] = useState<Dialog>();
  if (!mayWrite || tenant.deletion) {
    return null;
  }

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    onChanged();
  };
  const { name, alias } = tenant;
  const common = { tenantName: name, onClose: close, onReload };
  const button = (kind: Dialog, label: string, variant: "primary" | "secondary") => (
    <Button
      variant={variant}
      data-testid={`${kind}-license`}
      isDisabled={kind === "give" && !catalogue}
      onClick={() => {
        setDialog(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    <CardFooter>
      <Flex>
        {catalogue?.signedOnly !== true && button("give", t("keystewardChangeLicense"), "primary")}
        {button("install", t("keystewardInstallSigned"), catalogue?.signedOnly === true ? "primary" : "secondary")}
        {license.suspension
          ? button("resume", t("keystewardResumeLicense"), "secondary")
          : button("suspend", t("keystewardSuspendLicense"), "secondary")}
      </Flex>
      {dialog === "give" && catalogue && (
        <LicenseDialog
          key={version}
          {...common}
          license={license}
          catalogue={catalogue}
          give={async (grant) => {
            await licenses.give(alias, grant, version);
            changed(t("keystewardLicenseChanged", { name }));
          }}
        />
      )}
      {dialog === "install" && (
        <SignedLicenseDialog
          {...common}
          install={async (token) => {
            await licenses.install(alias, token);
            changed(t("keystewardSignedInstalled", { name }));
          }}
        />
      )}
      {dialog === "suspend" && (
        <SuspendDialog
          key={version}
          {...common}
          suspend={async (reason) => {
            await licenses.suspend(alias, reason, version);
            changed(t("keystewardLicenseSuspended", { name }));
          }}
        />
      )}
      {dialog === "resume" && (
        <ResumeDialog
          key={version}
          {...common}
          resume={async () => {
            await licenses.resume(alias, version);
            changed(t("keystewardLicenseResumed", { name }));
          }}
        />
      )}
    </CardFooter>
  );
}
