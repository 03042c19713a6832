import { Button, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { FlagIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import type { Tenant } from "../tenants";
import { FeatureDialog } from "./FeatureDialog";
import { featuresOf, type Feature } from "./features";
import { FeatureTable } from "./FeatureTable";

type Dialog = { kind: "override"; feature?: Feature } | { kind: "back"; feature: Feature };

export function FeatureList({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const notify = useNotify();
  const features = useResources(featuresOf);
  const { alias } = tenant;
  const loaded = useLoaded(useCallback(() => features.all(alias), [features, alias]));
  const [dialog, setDialog] = useState<Dialog>();
  const version = loaded.value?.version;

  const close = () => {
    setDialog(undefined);
  };
  // What was being changed may look different now.
  const reload = () => {
    close();
    loaded.reload();
  };
  const changed = (notice: string) => {
    notify(notice);
    reload();
  };
  const addButton = mayWrite && (
    <Button
      data-testid="add-override"
      onClick={() => {
        setDialog({ kind: "override" });
      }}
    >
      {t("keystewardAddFeature")}
    </Button>
  );
  return (
    <>
      <WhenLoaded loaded={loaded}>
        {({ value: { items } }) =>
          items.length === 0 ? (
            <Nothing
              icon={FlagIcon}
              title={t("keystewardNoFeatures")}
              body={t("keystewardNoFeaturesHelp")}
              action={addButton}
            />
          ) : (
            <>
              {addButton && (
                <Toolbar>
                  <ToolbarContent>
                    <ToolbarItem>{addButton}</ToolbarItem>
                  </ToolbarContent>
                </Toolbar>
              )}
              <FeatureTable
                features={items}
                {...(mayWrite && {
                  onOverride: (feature) => {
                    setDialog({ kind: "override", feature });
                  },
                  onBackToPlan: (feature) => {
                    setDialog({ kind: "back", feature });
                  },
                })}
              />
            </>
          )
        }
      </WhenLoaded>
      {dialog?.kind === "override" && (
        <FeatureDialog
          feature={dialog.feature}
          override={async (key, change) => {
            await features.override(alias, key, change, version);
            changed(t("keystewardFeatureOverridden", { key }));
          }}
          onClose={close}
          onReload={reload}
        />
      )}
      {dialog?.kind === "back" && (
        <ConfirmDialog
          title={t("keystewardBackToPlanOf", { key: dialog.feature.key })}
          confirmLabel={t("keystewardBackToPlan")}
          confirmTestId="confirm-back-to-plan"
          confirm={async () => {
            await features.backToPlan(alias, dialog.feature.key, version);
            changed(t("keystewardFeatureBackToPlan", { key: dialog.feature.key }));
          }}
          onClose={close}
          onReload={reload}
        >
          {t("keystewardBackToPlanHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
