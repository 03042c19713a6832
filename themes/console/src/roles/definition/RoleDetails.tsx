import { Button, Modal, ModalVariant, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import { HolderList } from "../assignments/HolderList";
import { KeyList } from "../../lists/KeyList";
import type { Place } from "../place";
import type { Role } from "./roles";
import { descriptionOf, nameOf, originTexts } from "./roleTexts";

interface RoleDetailsProps {
  role: Role;
  place: Place;
  onClose: () => void;
}

/** All that a role says, and who has it in the tenant in view. */
export function RoleDetails({ role, place, onClose }: RoleDetailsProps) {
  const { t } = useTranslation();
  const stockRoles = (role.keycloakRoles ?? []).map(({ client, role: name }) =>
    client === undefined ? name : `${client}: ${name}`,
  );
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={nameOf(role, t)}
      onClose={onClose}
      actions={[
        <Button key="close" data-testid="close-role" onClick={onClose}>
          {t("close")}
        </Button>,
      ]}
    >
      <Facts
        facts={[
          { term: t("key"), testId: "role-shown-key", value: role.key },
          { term: t("description"), testId: "role-shown-description", value: descriptionOf(role, t) },
          { term: t("keystewardOrigin"), testId: "role-shown-origin", value: t(originTexts[role.origin]) },
          { term: t("keystewardRank"), testId: "role-shown-rank", value: role.rank },
          {
            term: t("keystewardGrants"),
            testId: "role-shown-grants",
            value: <KeyList keys={role.grants} showsAll />,
          },
          {
            term: t("keystewardParents"),
            testId: "role-shown-parents",
            value: <KeyList keys={role.parents} showsAll />,
          },
          {
            term: t("keystewardEffectiveGrants"),
            testId: "role-shown-effectiveGrants",
            value: <KeyList keys={role.effectiveGrants} showsAll />,
          },
          ...(stockRoles.length === 0
            ? []
            : [
                {
                  term: t("keystewardStockRoles"),
                  testId: "role-shown-keycloakRoles",
                  value: <KeyList keys={stockRoles} showsAll />,
                },
              ]),
        ]}
      />
      {place.tenant !== undefined && (
        <>
          <Title headingLevel="h2" className="pf-v5-u-mt-lg">
            {t("keystewardHolders")}
          </Title>
          <HolderList tenant={place.tenant} role={role.key} />
        </>
      )}
    </Modal>
  );
}
