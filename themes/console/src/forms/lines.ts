import { Problem } from "../api/Problem";

/** What was typed one a line: each once, without what is empty. */
export const linesIn = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** A refusal with the lines themselves instead of their places in the list at a pointer such as `/grants`. */
export function namingLines(refusal: Problem, pointer: string, lines: readonly string[]): Problem {
  const errors = refusal.errors.map((error) => {
    const rest = error.pointer.startsWith(`${pointer}/`) ? error.pointer.slice(pointer.length + 1) : "";
    const line = lines[Number.parseInt(rest, 10)];
    return line === undefined ? error : { pointer, detail: `${line}: ${error.detail}` };
  });
  const { status, type, requestId } = refusal;
  return new Problem(refusal.message, { status, type, requestId, errors });
}
