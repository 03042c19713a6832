import { Alert, Button, ClipboardCopy, Form, FormGroup, Modal, ModalVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { IssuedToken } from "./tokens";

interface IssuedTokenDialogProps {
  token: IssuedToken;
  baseUrl: string;
  onClose: () => void;
}

/** The secret, this once: nothing but the button closes the dialog, so that no slip of a key loses it. */
export function IssuedTokenDialog({ token, baseUrl, onClose }: IssuedTokenDialogProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const copied = (label: string, testId: string, text: string, className = "") => (
    <FormGroup label={label}>
      <ClipboardCopy
        isReadOnly
        className={className}
        hoverTip={t("copy")}
        clickTip={t("keystewardCopied")}
        textAriaLabel={label}
        data-testid={testId}
      >
        {text}
      </ClipboardCopy>
    </FormGroup>
  );
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("keystewardTokenIssued")}
      showClose={false}
      onEscapePress={() => undefined}
      actions={[
        <Button key="close" data-testid="close-issued-token" onClick={onClose}>
          {t("keystewardTokenKept")}
        </Button>,
      ]}
    >
      <Form>
        <Alert variant="warning" isInline title={t("keystewardTokenShownOnce")}>
          {t("keystewardTokenShownOnceHelp")}
        </Alert>
        {copied(t("keystewardScimToken"), "issued-token", token.value, "keysteward-secret")}
        {copied(t("keystewardScimBaseUrl"), "issued-token-baseUrl", baseUrl)}
        <p>
          {token.expiresAt === undefined
            ? t("keystewardTokenNeverExpires")
            : t("keystewardTokenExpires", { moment: timeText(token.expiresAt) })}
        </p>
      </Form>
    </Modal>
  );
}
