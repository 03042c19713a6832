import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { SwitchField } from "../../forms/SwitchField";
import { useNotify } from "../../notices/Notices";
import { DraftForm } from "../../settings/DraftForm";
import { settingsOf } from "../../settings/settings";
import { useSettingsDraft } from "../../settings/useSettingsDraft";
import {
  changesBetween,
  openCatalogueKey,
  roleSettingsIn,
  type RoleSettingChange,
  type RoleSettings,
} from "./roleSettings";

/** What an administrator sets for all roles of the realm. */
export function RoleSettingsForm() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const settings = useResources(settingsOf);
  const read = useLoaded(useCallback(() => settings.one(openCatalogueKey), [settings]));

  return (
    <PageSection variant="light">
      <WhenLoaded loaded={read}>
        {({ value, version }) => (
          <RoleSettingsFields
            // What was typed belongs to the version that it was typed over.
            key={version}
            settings={roleSettingsIn(value)}
            {...(mayWrite && {
              save: async (change) => {
                await settings.set(change.key, change.value, version);
              },
            })}
            onSaved={() => {
              notify(t("keystewardSettingsSaved"));
              read.reload();
            }}
            onReload={read.reload}
          />
        )}
      </WhenLoaded>
    </PageSection>
  );
}

interface RoleSettingsFieldsProps {
  settings: RoleSettings;
  /** Absent for those who may only look. Rejects with a `Problem`. */
  save?: (change: RoleSettingChange) => Promise<void>;
  onSaved: () => void;
  onReload: () => void;
}

function RoleSettingsFields({ settings, save, onSaved, onReload }: RoleSettingsFieldsProps) {
  const { t } = useTranslation();
  const draft = useSettingsDraft(settings, { changesBetween, save, onSaved });
  const { form, setForm, errorOf } = draft;
  return (
    <DraftForm testId="role-settings" draft={draft} mayWrite={save !== undefined} onReload={onReload}>
      <SwitchField
        label={t("keystewardOpenCatalogue")}
        testId="setting-openCatalogue"
        value={form.openCatalogue}
        isDisabled={!save}
        onChange={(openCatalogue) => {
          setForm({ ...form, openCatalogue });
        }}
        help={t("keystewardOpenCatalogueHelp")}
        error={errorOf(openCatalogueKey)}
      />
    </DraftForm>
  );
}
