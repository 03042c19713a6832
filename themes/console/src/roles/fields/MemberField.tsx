import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { membersOf } from "../../tenants/members/members";
import { membersIn } from "../directory/directory";
import { DirectoryField } from "../directory/DirectoryField";

interface MemberFieldProps {
  testId: string;
  tenant: string;
  /** What was typed: a username. */
  value: string;
  onChange: (username: string) => void;
  error: string | undefined;
}

/** A member by username; members are offered while it is typed. */
export function MemberField({ tenant, ...field }: MemberFieldProps) {
  const { t } = useTranslation();
  const members = useResources(membersOf);
  const directory = useMemo(() => membersIn(members, tenant), [members, tenant]);
  return <DirectoryField {...field} label={t("keystewardPrincipalMember")} isRequired directory={directory} />;
}
