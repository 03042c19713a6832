import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../forms/FormDialog";
import { ChoiceField, TextField, WholeNumberField } from "../forms/fields";
import { aliasFor } from "./alias";
import { domainsIn } from "./domains";
import { ofTheRealm, planChoices, planChosen, seatsOfPlan, type Catalogue } from "./planChoices";
import type { NewTenant } from "./tenants";

interface CreateTenantDialogProps {
  catalogue: Catalogue;
  create: (tenant: NewTenant) => Promise<void>;
  onClose: () => void;
}

const pointers = ["/name", "/alias", "/plan", "/limits/seats", "/domains"];

export function CreateTenantDialog({ catalogue, create, onClose }: CreateTenantDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  // Undefined as long as the alias follows the name.
  const [ownAlias, setOwnAlias] = useState<string>();
  const [plan, setPlan] = useState(ofTheRealm);
  const [seats, setSeats] = useState<number>();
  const [domains, setDomains] = useState("");
  const alias = ownAlias ?? aliasFor(name);

  const save = () =>
    create({
      name: name.trim(),
      alias: alias.trim(),
      ...(plan !== ofTheRealm && { plan }),
      ...(seats !== undefined && { limits: { seats } }),
      ...(domainsIn(domains).length > 0 && { domains: domainsIn(domains) }),
    });

  return (
    <FormDialog
      title={t("keystewardCreateTenant")}
      saveTestId="save-tenant"
      isComplete={name.trim() !== "" && alias.trim() !== ""}
      pointers={pointers}
      save={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextField
            label={t("name")}
            testId="tenant-name"
            isRequired
            autoFocus
            value={name}
            onChange={setName}
            error={errorAt("/name")}
          />
          <TextField
            label={t("keystewardAlias")}
            testId="tenant-alias"
            isRequired
            value={alias}
            onChange={setOwnAlias}
            help={t("keystewardAliasHelp")}
            error={errorAt("/alias")}
          />
          <ChoiceField
            label={t("keystewardPlan")}
            testId="tenant-plan"
            value={plan}
            choices={planChoices(catalogue, t)}
            onChange={setPlan}
            error={errorAt("/plan")}
          />
          <WholeNumberField
            label={t("keystewardSeats")}
            testId="tenant-seats"
            value={seats}
            onChange={setSeats}
            placeholder={seatsOfPlan(planChosen(catalogue, plan), t)}
            help={t("keystewardSeatsHelp")}
            error={errorAt("/limits/seats")}
          />
          <TextField
            label={t("keystewardDomains")}
            testId="tenant-domains"
            value={domains}
            onChange={setDomains}
            help={t("keystewardDomainsHelp")}
            error={errorAt("/domains")}
          />
        </>
      )}
    </FormDialog>
  );
}
