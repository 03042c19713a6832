import { linesIn } from "../../forms/lines";
import type { NewPermission } from "./permissions";

/** As many as the server registers at once. */
export const mostPermissions = 1000;

/** What was typed one a line: a key, and behind an equals sign what it lets people do. */
export const permissionsIn = (text: string, group: string): NewPermission[] =>
  linesIn(text).map((line) => {
    const sign = line.indexOf("=");
    const [key, description] = sign < 0 ? [line, ""] : [line.slice(0, sign), line.slice(sign + 1)];
    return { key: key.trim(), description: description.trim(), group: group.trim() };
  });
