/** Whether one of the grants gives the permission: its key, `journeys.*`, or `*`. */
export function permit(grants: readonly string[], permission: string): boolean {
  return grants.some((grant) => permits(grant, permission));
}

function permits(grant: string, permission: string): boolean {
  if (grant === "*" || grant === permission) {
    return true;
  }
  // With its dot, so that journeys.* is nothing of journeys-archive.
  const beginning = grant.slice(0, -1);
  return grant.endsWith(".*") && beginning.length > 1 && permission.startsWith(beginning);
}
