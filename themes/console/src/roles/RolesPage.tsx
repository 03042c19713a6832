import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useMayWrite } from "../access/keystewardRoles";
import { addressIn } from "../shell/ConsolePage";
import { PageTabs } from "../shell/PageTabs";
import { AssignmentList } from "./assignments/AssignmentList";
import { RoleList } from "./definition/RoleList";
import { DutyList } from "./duties/DutyList";
import { PermissionList } from "./permissions/PermissionList";
import { realmPlace } from "./place";
import { RoleSettingsForm } from "./settings/RoleSettingsForm";

export default function RolesPage() {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former, such as its cursors, may remain.
  return <RolesOfRealm key={realm} realm={realm} />;
}

function RolesOfRealm({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const { tab } = useParams();
  const mayWrite = useMayWrite();

  const tabOf = (name: string, title: string, element: ReactNode) => ({
    name,
    title,
    address: addressIn(realm, "roles", name),
    element,
  });
  return (
    <>
      <ViewHeader titleKey="roles" subKey="keystewardRolesHelp" divider={false} />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <PageTabs
          label={t("roles")}
          testId="roles-tab"
          shown={tab}
          tabs={[
            tabOf("roles", "roles", <RoleList place={realmPlace} mayWrite={mayWrite} />),
            tabOf("assignments", "keystewardAssignments", <AssignmentList place={realmPlace} mayWrite={mayWrite} />),
            tabOf("permissions", "permissions", <PermissionList />),
            tabOf(
              "separation-of-duty",
              "keystewardSeparationOfDuty",
              <DutyList place={realmPlace} mayWrite={mayWrite} />,
            ),
            tabOf("settings", "settings", <RoleSettingsForm />),
          ]}
        />
      </PageSection>
    </>
  );
}
