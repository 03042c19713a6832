import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { useNotify } from "../../notices/Notices";
import { settingsOf } from "../../settings/settings";
import { allRetentionKeys, retentionIn, type RetentionChange } from "./retention";
import { RetentionFields } from "./RetentionFields";

/** For how long the realm keeps records. */
export function RetentionForm() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const settings = useResources(settingsOf);
  const read = useLoaded(useCallback(() => Promise.all(allRetentionKeys.map((key) => settings.one(key))), [settings]));

  const save = async ({ key, value }: RetentionChange) => {
    const version = read.value?.find((setting) => setting.value.key === key)?.version;
    await settings.set(key, value, version);
  };
  return (
    <PageSection variant="light">
      <WhenLoaded loaded={read}>
        {(current) => (
          <RetentionFields
            // What was typed belongs to the versions that it was typed over.
            key={current.map(({ version }) => version).join()}
            retention={retentionIn(current)}
            {...(mayWrite && { save })}
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
