import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { SuggestedTextField } from "../../forms/SuggestedTextField";
import { displayNameOf, membersOf } from "../../tenants/members/members";
import { useSettled } from "./useSettled";

interface MemberFieldProps {
  testId: string;
  tenant: string;
  /** What was typed: a username. */
  value: string;
  onChange: (username: string) => void;
  help?: string;
  error: string | undefined;
}

/** As many as anyone would read in a list below a field. */
const suggestedAtMost = 10;

/** A member by username; members are offered while it is typed. */
export function MemberField({ tenant, value, ...field }: MemberFieldProps) {
  const { t } = useTranslation();
  const members = useResources(membersOf);
  const search = useSettled(value.trim());
  const found = useLoaded(
    useCallback(() => members.page(tenant, { search }, suggestedAtMost), [members, tenant, search]),
  );
  return (
    <SuggestedTextField
      {...field}
      label={t("keystewardPrincipalMember")}
      isRequired
      value={value}
      // That none can be offered keeps nobody from typing: the server has the last word.
      suggestions={(found.value?.items ?? []).map((member) => ({
        value: member.username,
        description: displayNameOf(member),
      }))}
    />
  );
}
