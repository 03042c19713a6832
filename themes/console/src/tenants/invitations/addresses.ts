/** What was found in a text with a mail address on each line. */
export interface Addresses {
  /** Each once, in the order of the text. */
  readonly addresses: readonly string[];
  /** Lines that are none. */
  readonly faulty: readonly string[];
  /** How many lines were left out because their address had come before. */
  readonly repeated: number;
}

/** One `@` with something on both sides and nothing that would end an address; the server judges the rest. */
const address = /^[^\s@<>,;]+@[^\s@<>,;]+$/;

/** Lines may also be separated by commas or semicolons, and an address may stand in angle brackets after a name. */
export function addressesIn(text: string): Addresses {
  const lines = text
    .split(/[\n\r,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const found = lines.map(addressOf).filter((one) => address.test(one));
  // Mail domains know no case and hardly any server's mailboxes do: nobody is to get two invitations.
  const seen = new Set<string>();
  const unique = found.filter((one) => {
    const isNew = !seen.has(one.toLowerCase());
    seen.add(one.toLowerCase());
    return isNew;
  });
  return {
    addresses: unique,
    faulty: lines.filter((line) => !address.test(addressOf(line))),
    repeated: found.length - unique.length,
  };
}

const addressOf = (line: string) => /<([^<>]*)>$/.exec(line)?.[1]?.trim() ?? line;
