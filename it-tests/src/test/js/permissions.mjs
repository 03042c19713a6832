// Asks with our own package: reads {module, token, options, can: [permission], check: [{permission, path, fresh}]} from
// standard input, and writes {tenant, roles, complete, can, check, undecided} to standard output.
import { readFileSync } from "node:fs";

const { module, token, options, can, check } = JSON.parse(readFileSync(0, "utf8"));
const { permissionsOf, UndecidedError } = await import(module);

const permissions = permissionsOf(token, options);
const answer = {
  tenant: permissions.tenant,
  roles: permissions.roles,
  complete: permissions.complete,
  can: can.map((permission) => permissions.can(permission)),
};
try {
  answer.check = await permissions.checkEach(check);
} catch (fault) {
  if (!(fault instanceof UndecidedError)) {
    throw fault;
  }
  answer.undecided = fault.message;
}
process.stdout.write(JSON.stringify(answer));
