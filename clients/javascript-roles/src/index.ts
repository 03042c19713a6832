export type { Claims } from "./claims.js";
export { type Question, UndecidedError } from "./endpoint.js";
export {
  type CheckOptions,
  mostAtOnce,
  type PermissionCheck,
  Permissions,
  permissionsOf,
  type PermissionsOptions,
} from "./permissions.js";
