import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded, type Loaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { useNotify } from "../../notices/Notices";
import type { Catalogue } from "../plans/planChoices";
import { settingsOf } from "./settings";
import { SettingsFields } from "./SettingsFields";
import { tenantSettingKeys, tenantSettingsIn, type SettingChange } from "./tenantSettings";

/** What an administrator sets for all tenants of the realm. The default plan is chosen where the plans are. */
export function SettingsForm({ catalogue }: { catalogue: Loaded<Catalogue> }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const settings = useResources(settingsOf);
  const read = useLoaded(useCallback(() => Promise.all(tenantSettingKeys.map((key) => settings.one(key))), [settings]));

  const reload = () => {
    read.reload();
    catalogue.reload();
  };
  const save = async ({ key, value }: SettingChange) => {
    const version = read.value?.find((setting) => setting.value.key === key)?.version;
    await settings.set(key, value, version);
  };
  return (
    <PageSection variant="light">
      <WhenLoaded loaded={catalogue}>
        {(offered) => (
          <WhenLoaded loaded={read}>
            {(current) => (
              <SettingsFields
                // What was typed belongs to the versions that it was typed over.
                key={current.map(({ version }) => version).join()}
                settings={tenantSettingsIn(current)}
                catalogue={offered}
                {...(mayWrite && { save })}
                onSaved={() => {
                  notify(t("keystewardSettingsSaved"));
                  reload();
                }}
                onReload={reload}
              />
            )}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </PageSection>
  );
}
