import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { TextField } from "../../forms/TextField";
import type { PersonForm } from "./person";

interface PersonFieldsProps {
  /** What the test ids of the fields begin with. */
  testId: string;
  /** The pointer to the person in what is sent. */
  pointer: string;
  person: PersonForm;
  onChange: (person: PersonForm) => void;
  emailHelp?: string;
  isRequired?: boolean;
  errorAt: (pointer: string) => string | undefined;
}

/** The mail address of somebody to invite, and a name where it is known. */
export function PersonFields({
  testId,
  pointer,
  person,
  onChange,
  emailHelp,
  isRequired = false,
  errorAt,
}: PersonFieldsProps) {
  const { t } = useTranslation();
  const field = (name: keyof PersonForm) => (
    <TextField
      label={t(name)}
      testId={`${testId}-${name}`}
      type={name === "email" ? "email" : "text"}
      isRequired={isRequired && name === "email"}
      autoFocus={isRequired && name === "email"}
      value={person[name]}
      onChange={(value) => {
        onChange({ ...person, [name]: value });
      }}
      help={name === "email" ? emailHelp : undefined}
      error={errorAt(`${pointer}/${name}`)}
    />
  );
  return (
    <>
      {field("email")}
      <Grid hasGutter md={6}>
        <GridItem>{field("firstName")}</GridItem>
        <GridItem>{field("lastName")}</GridItem>
      </Grid>
    </>
  );
}
