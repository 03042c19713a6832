/** The names of the filters, in the address of the page as in the API. */
export const filterNames = [
  "name",
  "action",
  "category",
  "outcome",
  "from",
  "to",
  "tenant",
  "actor",
  "target",
  "ip",
  "tag",
] as const;

export type FilterName = (typeof filterNames)[number];

/** What a record has to meet, all of it. A name is absent where it does not matter. */
export type AuditFilter = Readonly<Partial<Record<FilterName, string>>>;

/** What is set: empty texts stand for nothing. */
export type FilterChange = Readonly<Partial<Record<FilterName, string | undefined>>>;

/** Some filters are rarely needed, and folded away. */
export const rareNames: readonly FilterName[] = ["tenant", "actor", "target", "ip", "tag"];

export const categories = [
  "authentication",
  "administration",
  "access",
  "data",
  "security",
  "compliance",
  "system",
] as const;

export type Category = (typeof categories)[number];

export const tags = [
  "GDPR",
  "SOX",
  ...["1", "2", "3", "4", "5", "6", "7", "8"].map((criterion) => `SOC2:CC6.${criterion}`),
];

/** Which filters an address names. */
export const filterIn = (address: URLSearchParams): AuditFilter =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = address.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );

/** The address with other filters; what else it names stays. */
export function withFilter(address: URLSearchParams, change: FilterChange): URLSearchParams {
  const changed = new URLSearchParams(address);
  for (const [name, value] of Object.entries(change)) {
    const text = value?.trim();
    if (text) {
      changed.set(name, text);
    } else {
      changed.delete(name);
    }
  }
  return changed;
}

/** The address without any filter. */
export const withoutFilter = (address: URLSearchParams): URLSearchParams =>
  withFilter(address, Object.fromEntries(filterNames.map((name) => [name, undefined])));

export const countOf = (filter: AuditFilter, names: readonly FilterName[] = filterNames): number =>
  names.filter((name) => filter[name] !== undefined).length;

/** For what happens from now on: moments say nothing about it. */
export const withoutTimes = (filter: AuditFilter): AuditFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== "from" && name !== "to"));
