import { Button, FormSection, Grid, GridItem } from "@patternfly/react-core";
import { PlusCircleIcon, TrashIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { pointerTo } from "../../api/Problem";
import { TextField } from "../../forms/TextField";
import { newStockRole, type StockRoleDraft } from "./roleDraft";

interface StockRoleFieldsProps {
  roles: readonly StockRoleDraft[];
  onChange: (roles: readonly StockRoleDraft[]) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** Where what is wrong with one of them is shown. */
export const stockRolePointer = (index: number) => pointerTo("keycloakRoles", index);

/** The roles of Keycloak that holders have while the tenant is selected, one below the other. */
export function StockRoleFields({ roles, onChange, errorAt }: StockRoleFieldsProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t("keystewardStockRoles")} titleElement="h2">
      <p>{t("keystewardStockRolesHelp")}</p>
      {roles.map((role, index) => (
        <Grid key={index} hasGutter data-testid={`stock-role-${index}`}>
          <GridItem md={5}>
            <TextField
              label={t("keystewardStockRoleClient")}
              testId={`stock-role-client-${index}`}
              value={role.client}
              onChange={(client) => {
                onChange(roles.with(index, { ...role, client }));
              }}
              help={t("keystewardStockRoleClientHelp")}
            />
          </GridItem>
          <GridItem md={5}>
            <TextField
              label={t("role")}
              testId={`stock-role-role-${index}`}
              isRequired
              value={role.role}
              onChange={(changed) => {
                onChange(roles.with(index, { ...role, role: changed }));
              }}
              error={errorAt(stockRolePointer(index))}
            />
          </GridItem>
          <GridItem md={2}>
            <Button
              variant="plain"
              aria-label={t("keystewardRemoveNamed", { name: role.role })}
              data-testid={`remove-stock-role-${index}`}
              onClick={() => {
                onChange(roles.toSpliced(index, 1));
              }}
            >
              <TrashIcon />
            </Button>
          </GridItem>
        </Grid>
      ))}
      <div>
        <Button
          variant="link"
          isInline
          icon={<PlusCircleIcon />}
          data-testid="add-stock-role"
          onClick={() => {
            onChange([...roles, newStockRole]);
          }}
        >
          {t("keystewardAddStockRole")}
        </Button>
      </div>
    </FormSection>
  );
}
