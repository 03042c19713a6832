import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { ChoicesField } from "../../forms/ChoicesField";
import { TextField } from "../../forms/TextField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import type { Place } from "../place";
import { GrantFields } from "./GrantFields";
import { keyOf, type RoleDraft } from "./roleDraft";
import { highestRank, type Role } from "./roles";
import { roleChoices } from "./roleTexts";
import { StockRoleFields } from "./StockRoleFields";

interface RoleFieldsProps {
  draft: RoleDraft;
  place: Place;
  known: readonly Role[];
  isKeyFixed: boolean;
  onChange: (draft: RoleDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

export function RoleFields({ draft, place, known, isKeyFixed, onChange, errorAt }: RoleFieldsProps) {
  const { t } = useTranslation();
  const key = keyOf(draft);
  return (
    <>
      <Grid hasGutter md={6}>
        <GridItem>
          <TextField
            label={t("name")}
            testId="role-name"
            isRequired
            autoFocus
            value={draft.name}
            onChange={(name) => {
              onChange({ ...draft, name });
            }}
            error={errorAt("/name")}
          />
        </GridItem>
        <GridItem>
          <TextField
            label={t("key")}
            testId="role-key"
            isRequired
            isDisabled={isKeyFixed}
            value={draft.ownKey ?? key}
            onChange={(ownKey) => {
              onChange({ ...draft, ownKey });
            }}
            help={t("keystewardRoleKeyHelp")}
            error={errorAt("/key")}
          />
        </GridItem>
      </Grid>
      <TextField
        label={t("description")}
        testId="role-description"
        value={draft.description}
        onChange={(description) => {
          onChange({ ...draft, description });
        }}
        error={errorAt("/description")}
      />
      <WholeNumberField
        label={t("keystewardRank")}
        testId="role-rank"
        isRequired
        max={highestRank}
        value={draft.rank}
        onChange={(rank) => {
          onChange({ ...draft, rank });
        }}
        help={t("keystewardRankHelp")}
        error={errorAt("/rank")}
      />
      <GrantFields draft={draft} place={place} onChange={onChange} errorAt={errorAt} />
      <ChoicesField
        label={t("keystewardParents")}
        testId="role-parents"
        value={draft.parents}
        choices={roleChoices(
          known.filter((role) => role.key !== key),
          t,
        )}
        none={t("keystewardNoRoles")}
        onChange={(parents) => {
          onChange({ ...draft, parents });
        }}
        help={t("keystewardParentsHelp")}
        error={errorAt("/parents")}
      />
      {place.tenant === undefined && (
        <StockRoleFields
          roles={draft.stockRoles}
          onChange={(stockRoles) => {
            onChange({ ...draft, stockRoles });
          }}
          errorAt={errorAt}
        />
      )}
    </>
  );
}
