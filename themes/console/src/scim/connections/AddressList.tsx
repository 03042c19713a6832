import { useTranslation } from "react-i18next";
import { KeyList } from "../../lists/KeyList";

interface AddressListProps {
  addresses: readonly string[];
  showsAll?: boolean;
}

/** Where calls may come from. */
export function AddressList({ addresses, showsAll = false }: AddressListProps) {
  const { t } = useTranslation();
  return addresses.length === 0 ? <>{t("keystewardAnywhere")}</> : <KeyList keys={addresses} showsAll={showsAll} />;
}
