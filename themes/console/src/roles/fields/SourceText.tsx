import { useTranslation } from "react-i18next";
import type { Holder } from "../assignments/assignments";
import { sourceTexts } from "../assignments/assignmentTexts";

/** How somebody came by a role, and by what exactly where that is known. */
export function SourceText({ source, detail }: Pick<Holder, "source" | "detail">) {
  const { t } = useTranslation();
  return (
    <>
      {t(sourceTexts[source])}
      {detail !== undefined && (
        <div>
          <small className="pf-v5-u-color-200">{detail}</small>
        </div>
      )}
    </>
  );
}
