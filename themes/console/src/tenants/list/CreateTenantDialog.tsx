import { FormSection, Grid, GridItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { MomentField } from "../../forms/MomentField";
import { TextField } from "../../forms/TextField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { aliasFor } from "../alias";
import { domainsIn } from "../domains/domainNames";
import { noPerson, personIn } from "../invitations/person";
import { PersonFields } from "../invitations/PersonFields";
import { limitOfPlan, ofTheRealm, planChoices, planChosen, type Catalogue } from "../plans/planChoices";
import type { NewTenant } from "../tenants";

interface CreateTenantDialogProps {
  catalogue: Catalogue;
  create: (tenant: NewTenant) => Promise<void>;
  onClose: () => void;
}

const pointers = ["/name", "/alias", "/plan", "/limits/seats", "/startsAt", "/expiresAt", "/domains", "/owner"];

export function CreateTenantDialog({ catalogue, create, onClose }: CreateTenantDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  // Undefined as long as the alias follows the name.
  const [ownAlias, setOwnAlias] = useState<string>();
  const [plan, setPlan] = useState(ofTheRealm);
  const [seats, setSeats] = useState<number>();
  const [startsAt, setStartsAt] = useState<string>();
  const [expiresAt, setExpiresAt] = useState<string>();
  const [domains, setDomains] = useState("");
  const [owner, setOwner] = useState(noPerson);
  const alias = ownAlias ?? aliasFor(name);

  const save = () =>
    create({
      name: name.trim(),
      alias: alias.trim(),
      ...(plan !== ofTheRealm && { plan }),
      ...(seats !== undefined && { limits: { seats } }),
      ...(startsAt !== undefined && { startsAt }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(domainsIn(domains).length > 0 && { domains: domainsIn(domains) }),
      ...(owner.email.trim() !== "" && { owner: personIn(owner) }),
    });

  return (
    <FormDialog
      title={t("keystewardCreateTenant")}
      saveTestId="save-tenant"
      size="medium"
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
          {!catalogue.signedOnly && (
            <Grid hasGutter md={6}>
              <GridItem>
                <ChoiceField
                  label={t("keystewardPlan")}
                  testId="tenant-plan"
                  value={plan}
                  choices={planChoices(catalogue, t)}
                  onChange={setPlan}
                  error={errorAt("/plan")}
                />
              </GridItem>
              <GridItem>
                <WholeNumberField
                  label={t("keystewardSeats")}
                  testId="tenant-seats"
                  value={seats}
                  onChange={setSeats}
                  placeholder={limitOfPlan(planChosen(catalogue, plan), "seats", t)}
                  help={t("keystewardSeatsHelp")}
                  error={errorAt("/limits/seats")}
                />
              </GridItem>
              <GridItem>
                <MomentField
                  label={t("keystewardStartsAt")}
                  testId="tenant-startsAt"
                  value={startsAt}
                  onChange={setStartsAt}
                  help={t("keystewardStartsAtHelp")}
                  error={errorAt("/startsAt")}
                />
              </GridItem>
              <GridItem>
                <MomentField
                  label={t("keystewardExpiresAt")}
                  testId="tenant-expiresAt"
                  value={expiresAt}
                  onChange={setExpiresAt}
                  help={t("keystewardExpiresAtHelp")}
                  error={errorAt("/expiresAt")}
                />
              </GridItem>
            </Grid>
          )}
          <TextField
            label={t("keystewardDomains")}
            testId="tenant-domains"
            value={domains}
            onChange={setDomains}
            help={t("keystewardDomainsHelp")}
            error={errorAt("/domains")}
          />
          <FormSection title={t("keystewardFirstOwner")} titleElement="h2">
            <PersonFields
              testId="owner"
              pointer="/owner"
              person={owner}
              onChange={setOwner}
              emailHelp={t("keystewardFirstOwnerHelp")}
              errorAt={errorAt}
            />
          </FormSection>
        </>
      )}
    </FormDialog>
  );
}
