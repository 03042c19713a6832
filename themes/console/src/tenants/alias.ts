const longestAlias = 63;

/**
 * An alias that suits an organization's name: part of addresses and of the organization scope, so only ASCII letters,
 * digits and hyphens, and no more than the server takes. Empty when the name has none of them.
 */
export const aliasFor = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    // Letters apart from their accents, so that dropping what is not ASCII keeps the letters.
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longestAlias)
    .replace(/-$/, "");
