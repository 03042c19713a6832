import { ClipboardCopy } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** The address that a source is given. */
export function BaseUrl({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <ClipboardCopy
      isReadOnly
      variant="inline-compact"
      hoverTip={t("copy")}
      clickTip={t("keystewardCopied")}
      textAriaLabel={t("keystewardScimBaseUrl")}
      data-testid="scim-base-url"
    >
      {url}
    </ClipboardCopy>
  );
}
