import { Form } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { choicesOf, type Catalogue } from "./planChoices";

interface DefaultPlanChoiceProps {
  catalogue: Catalogue;
  /** Absent for those who may only look. */
  onChoose?: ((key: string | undefined) => Promise<void>) | undefined;
}

/** The plan of every tenant of the realm that has none of its own, organizations made by stock means included. */
export function DefaultPlanChoice({ catalogue, onChoose }: DefaultPlanChoiceProps) {
  const { t } = useTranslation();
  return (
    <Form
      className="keysteward-default-plan"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ChoiceField
        label={t("keystewardDefaultPlan")}
        testId="default-plan"
        value={catalogue.defaultPlan ?? ""}
        isDisabled={!onChoose}
        choices={[{ value: "", label: t("keystewardNoPlan") }, ...choicesOf(catalogue)]}
        onChange={(key) => void onChoose?.(key === "" ? undefined : key)}
        help={t("keystewardDefaultPlanHelp")}
      />
    </Form>
  );
}
