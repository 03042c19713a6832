import { Button, PageSection, Text, TextContent } from "@patternfly/react-core";
import { UserCheckIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources, type Versioned } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import type { Tenant } from "../../tenants/tenants";
import { nameOfKey } from "../definition/roleTexts";
import { anyId } from "../directory/directory";
import { useDirectories } from "../directory/useDirectories";
import { useRoles } from "../fields/useRoles";
import type { Place } from "../place";
import { AssignDialog } from "./AssignDialog";
import { assignmentFilters } from "./assignmentFilters";
import { assignmentsOf, isNarrowed, nameOfPrincipal, noFilter, principalTypesIn, type Assignment } from "./assignments";
import { AssignmentTable } from "./AssignmentTable";
import { TermDialog } from "./TermDialog";

type Dialog =
  { kind: "assign" } | { kind: "term"; assignment: Versioned<Assignment> } | { kind: "end"; assignment: Assignment };

interface AssignmentListProps {
  place: Place;
  /** Of the place; absent for the realm. */
  tenant?: Tenant;
  mayWrite: boolean;
}

/** Who was given which role in a tenant, or by the realm in every tenant. */
export function AssignmentList({ place, tenant, mayWrite }: AssignmentListProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const assignments = useResources(assignmentsOf);
  const directories = useDirectories(tenant);
  const known = useRoles(place);
  const roles = known.value ?? [];
  const [filter, setFilter] = useState(noFilter);
  const [dialog, setDialog] = useState<Dialog>();
  const { refused, attempt, forget } = useAttempt();
  const listing = useListing(
    useCallback((limit, cursor) => assignments.page(place, filter, limit, cursor), [assignments, place, filter]),
  );

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    listing.reload();
  };
  const factsOf = ({ principal, role }: Assignment) => ({
    role: nameOfKey(roles, role, t),
    name: nameOfPrincipal(principal),
  });
  const filterPrincipal = (text: string) =>
    attempt(async () => {
      const searched = principalTypesIn(place).filter(
        (type) => filter.principalType === "" || filter.principalType === type,
      );
      const principalId =
        text === ""
          ? ""
          : await anyId(
              searched.map((type) => directories[type]),
              text,
            );
      setFilter((before) => ({ ...before, principalId }));
    });
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const openTerm = ({ id }: Assignment) =>
    attempt(async () => {
      setDialog({ kind: "term", assignment: await assignments.one(place, id) });
    });
  const assignButton = mayWrite && (
    <Button
      data-testid="assign-role"
      onClick={() => {
        setDialog({ kind: "assign" });
      }}
    >
      {t("keystewardAssignRole")}
    </Button>
  );
  return (
    <>
      {!tenant && (
        <PageSection variant="light" className="pf-v5-u-pb-0">
          <TextContent>
            <Text>{t("keystewardRealmAssignmentsHelp")}</Text>
          </TextContent>
        </PageSection>
      )}
      <ListView
        listing={listing}
        refused={refused ?? known.problem}
        filters={assignmentFilters({
          place,
          filter,
          known: roles,
          onChange: setFilter,
          onPrincipal: (text) => void filterPrincipal(text),
          t,
        })}
        isFiltered={isNarrowed(filter)}
        actions={[assignButton]}
        nothing={
          <Nothing
            icon={UserCheckIcon}
            title={t("keystewardNoAssignments")}
            body={t(tenant ? "keystewardNoAssignmentsHelp" : "keystewardNoRealmAssignmentsHelp")}
            action={assignButton}
          />
        }
      >
        {(items) => (
          <AssignmentTable
            assignments={items}
            place={place}
            known={roles}
            {...(mayWrite && {
              onChange: (assignment) => void openTerm(assignment),
              onEnd: (assignment) => {
                setDialog({ kind: "end", assignment });
              },
            })}
          />
        )}
      </ListView>
      {dialog?.kind === "assign" && (
        <AssignDialog
          place={place}
          directories={directories}
          known={roles}
          assign={async (assignment) => {
            changed(t("keystewardRoleAssigned", factsOf(await assignments.assign(place, assignment))));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "term" && (
        <TermDialog
          // Another version, another form.
          key={dialog.assignment.version}
          assignment={dialog.assignment.value}
          title={t("keystewardAssignmentOf", factsOf(dialog.assignment.value))}
          change={async (term) => {
            const { value, version } = dialog.assignment;
            await assignments.change(place, value.id, term, version);
            changed(t("keystewardAssignmentChanged", factsOf(value)));
          }}
          onClose={close}
          onReload={() => void openTerm(dialog.assignment.value)}
        />
      )}
      {dialog?.kind === "end" && (
        <ConfirmDialog
          title={t("keystewardEndAssignment", factsOf(dialog.assignment))}
          confirmLabel={t("keystewardEnd")}
          confirmTestId="confirm-end-assignment"
          isDanger
          confirm={async () => {
            await assignments.end(place, dialog.assignment.id);
            changed(t("keystewardAssignmentEnded", factsOf(dialog.assignment)));
          }}
          onClose={close}
        >
          {t("keystewardEndAssignmentHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
