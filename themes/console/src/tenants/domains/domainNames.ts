/** The mail domains in what was typed: separated by commas, semicolons or blanks, each once, in lower case. */
export const domainsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((domain) => domain !== ""),
  ),
];
