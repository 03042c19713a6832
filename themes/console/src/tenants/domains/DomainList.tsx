import { Button, PageSection, Stack, StackItem, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { GlobeIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import type { Tenant } from "../tenants";
import { DomainCard } from "./DomainCard";
import { DomainChange, type DomainDialogOpen } from "./DomainChange";
import { domainsOf } from "./domains";

interface DomainListProps {
  tenant: Tenant;
  onChanged: () => void;
}

export function DomainList({ tenant, onChanged }: DomainListProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const notify = useNotify();
  const domains = useResources(domainsOf);
  const { alias } = tenant;
  const loaded = useLoaded(useCallback(() => domains.all(alias), [domains, alias]));
  const [dialog, setDialog] = useState<DomainDialogOpen>();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    loaded.reload();
    onChanged();
  };
  const claimButton = mayWrite && (
    <Button
      data-testid="claim-domain"
      onClick={() => {
        setDialog({ kind: "claim" });
      }}
    >
      {t("keystewardClaimDomain")}
    </Button>
  );
  return (
    <>
      <WhenLoaded loaded={loaded}>
        {(items) =>
          items.length === 0 ? (
            <Nothing
              icon={GlobeIcon}
              title={t("keystewardNoDomains")}
              body={t("keystewardNoDomainsHelp")}
              action={claimButton}
            />
          ) : (
            <>
              {claimButton && (
                <Toolbar>
                  <ToolbarContent>
                    <ToolbarItem>{claimButton}</ToolbarItem>
                  </ToolbarContent>
                </Toolbar>
              )}
              <PageSection>
                <Stack hasGutter data-testid="domains">
                  {items.map((domain) => (
                    <StackItem key={domain.name}>
                      <DomainCard
                        domain={domain}
                        {...(mayWrite && {
                          claim: async () => {
                            await domains.claim(alias, domain.name);
                            changed(t("keystewardDomainClaimed", { name: domain.name }));
                          },
                          verify: async () => {
                            await domains.verify(alias, domain.name);
                            changed(t("keystewardDomainVerified", { name: domain.name }));
                          },
                          onOpen: (kind) => {
                            setDialog({ kind, domain });
                          },
                        })}
                      />
                    </StackItem>
                  ))}
                </Stack>
              </PageSection>
            </>
          )
        }
      </WhenLoaded>
      {dialog && <DomainChange dialog={dialog} alias={alias} domains={domains} onChanged={changed} onClose={close} />}
    </>
  );
}
