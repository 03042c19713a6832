/** What is looked for; each is empty where it does not matter. They are called as the API calls them. */
export const filterNames = [
  "name",
  "action",
  "category",
  "outcome",
  "from",
  "to",
  "actor",
  "target",
  "ip",
  "tag",
  "tenant",
] as const;

export type FilterName = (typeof filterNames)[number];

export type RecordFilter = Readonly<Partial<Record<FilterName, string>>>;

/** What stands in the address, so that a view can be shared and outlives a reload. Other parameters are not ours. */
export function filterIn(query: URLSearchParams): RecordFilter {
  const given = filterNames.flatMap((name) => {
    const value = query.get(name)?.trim() ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

/** The filter with one part changed; empty takes it out. */
export function narrowed(filter: RecordFilter, name: FilterName, value: string): RecordFilter {
  const others = Object.entries(filter).filter(([other]) => other !== name);
  return Object.fromEntries(value.trim() === "" ? others : [...others, [name, value.trim()]]);
}

export const isNarrowed = (filter: RecordFilter): boolean => Object.keys(filter).length > 0;
