import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useMemo } from "react";
import { useParams } from "react-router-dom";
import { useMayWrite } from "../access/keystewardRoles";
import { Connections } from "./connections/Connections";
import { realmPlace } from "./place";

export default function ProvisioningPage() {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former may remain.
  return <ProvisioningOfRealm key={realm} realm={realm} />;
}

function ProvisioningOfRealm({ realm }: { realm: string }) {
  const { connection } = useParams();
  const mayWrite = useMayWrite();
  const place = useMemo(() => realmPlace(realm), [realm]);
  return (
    <>
      <ViewHeader titleKey="keystewardProvisioning" subKey="keystewardProvisioningOfRealmHelp" />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <Connections place={place} shown={connection} mayWrite={mayWrite} />
      </PageSection>
    </>
  );
}
