import { createInstance } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

interface Message {
  key: string;
  value: string;
}

const loginRealm = encodeURIComponent(environment.realm);

/**
 * The console keeps one set of messages per realm, because each realm may overrule them, and changes the default
 * set with the realm in view. A realm with another admin theme has none of ours: those of the login realm, whose
 * theme is the one in force, stand in.
 */
export const i18n = createInstance();

export async function loadMessages(): Promise<void> {
  await i18n
    .use(FetchBackend)
    .use(initReactI18next)
    .init({
      fallbackLng: "en",
      nsSeparator: false,
      interpolation: { escapeValue: false },
      defaultNS: loginRealm,
      fallbackNS: loginRealm,
      ns: [loginRealm],
      backend: {
        loadPath: `${environment.adminBaseUrl}/resources/{{ns}}/admin/{{lng}}`,
        parse: (body: string) =>
          Object.fromEntries((JSON.parse(body) as Message[]).map(({ key, value }) => [key, value])),
      },
    });
}
