import { Bullseye, Spinner } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageProblem } from "./ProblemAlert";
import type { Loaded } from "./useLoaded";

export function Waiting() {
  const { t } = useTranslation();
  return (
    <Bullseye className="pf-v5-u-p-xl">
      <Spinner aria-label={t("keystewardLoading")} data-testid="loading" />
    </Bullseye>
  );
}

interface WhenLoadedProps<T> {
  loaded: Loaded<T>;
  children: (value: T) => ReactNode;
}

/** What was loaded; until then that it is awaited, and if it fails why, with the offer to try again. */
export function WhenLoaded<T>({ loaded, children }: WhenLoadedProps<T>) {
  if (loaded.problem) {
    return <PageProblem problem={loaded.problem} onReload={loaded.reload} />;
  }
  return loaded.value === undefined ? <Waiting /> : children(loaded.value);
}
