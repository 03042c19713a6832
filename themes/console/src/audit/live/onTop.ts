interface InChain {
  readonly seq: number;
}

/** What was heard and what was read, newest first and each once. */
export function onTop<T extends InChain>(heard: readonly T[], read: readonly T[]): T[] {
  const bySeq = new Map([...read, ...heard].map((record) => [record.seq, record]));
  return [...bySeq.values()].sort((first, second) => second.seq - first.seq);
}
