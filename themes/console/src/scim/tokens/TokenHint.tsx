/** A token by the end of its secret, as people tell theirs apart. */
export const TokenHint = ({ hint }: { hint: string }) => <code>…{hint}</code>;
