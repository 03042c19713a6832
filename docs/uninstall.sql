-- Removes everything that Keysteward has put into Keycloak's database. See operator.md, "Uninstall".
-- Run it while every node is stopped, after a backup, and only when the JAR is gone for good.
-- PostgreSQL and H2.

-- 1. Administration roles. Keycloak's REST API refuses to delete roles of its own administration clients.
DELETE FROM COMPOSITE_ROLE WHERE CHILD_ROLE IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM COMPOSITE_ROLE WHERE COMPOSITE IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM USER_ROLE_MAPPING WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM FED_USER_ROLE_MAPPING WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM GROUP_ROLE_MAPPING WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM SCOPE_MAPPING WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM CLIENT_SCOPE_ROLE_MAPPING WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM ROLE_ATTRIBUTE WHERE ROLE_ID IN (
  SELECT r.ID FROM KEYCLOAK_ROLE r JOIN CLIENT c ON c.ID = r.CLIENT
  WHERE r.NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
    AND (c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master'))));
DELETE FROM KEYCLOAK_ROLE WHERE NAME IN ('keysteward-admin', 'keysteward-viewer', 'keysteward-auditor')
  AND CLIENT IN (
    SELECT c.ID FROM CLIENT c WHERE c.CLIENT_ID = 'realm-management'
      OR (c.CLIENT_ID LIKE '%-realm' AND c.REALM_ID IN (SELECT ID FROM REALM WHERE NAME = 'master')));

-- 2. Tables, and the two that remember which of their changes were made. All or none of them: tables without their
--    history, or a history without its tables, stop the next installation.
-- An index of ours on a table of Keycloak's.
DROP INDEX IF EXISTS KS_SCIM_USER_IDS;
DROP TABLE KS_ACTIVITY;
DROP TABLE KS_DELETION;
DROP TABLE KS_DOMAIN;
DROP TABLE KS_INVITATION;
DROP TABLE KS_LICENSE_KEY;
DROP TABLE KS_SIGNED_LICENSE;
DROP TABLE KS_USAGE;
DROP TABLE KS_LICENSE;
DROP TABLE KS_PLAN;
DROP TABLE KS_MEMBER;
DROP TABLE KS_ASSIGNMENT;
DROP TABLE KS_ASSIGNMENT_RULE;
DROP TABLE KS_DUTY_SET;
DROP TABLE KS_PERMISSION;
DROP TABLE KS_ROLE;
DROP TABLE KS_ROLE_MAPPING;
DROP TABLE KS_SCIM_COUNT;
DROP TABLE KS_SCIM_ERROR;
DROP TABLE KS_SCIM_LINK;
DROP TABLE KS_SCIM_RESOURCE;
DROP TABLE KS_SCIM_TOKEN;
DROP TABLE KS_SCIM_VALUE;
DROP TABLE KS_SCIM_CONNECTION;
DROP TABLE KS_AUDIT_ACTION;
DROP TABLE KS_AUDIT_ARCHIVE;
DROP TABLE KS_AUDIT_CHAIN;
DROP TABLE KS_AUDIT_CHECKPOINT;
DROP TABLE KS_AUDIT_HOLD;
DROP TABLE KS_AUDIT_HOUR;
DROP TABLE KS_AUDIT_INBOX;
DROP TABLE KS_AUDIT_KEY;
DROP TABLE KS_AUDIT_NAME;
DROP TABLE KS_AUDIT_PERSON;
DROP TABLE KS_AUDIT_PERSONAL;
DROP TABLE KS_AUDIT_RECORD;
DROP TABLE KS_IDEMPOTENCY;
DROP TABLE KS_LEASE;
DROP TABLE KS_REALM;
DROP TABLE KS_REVISION;
DROP TABLE KS_SETTING;
DROP TABLE DATABASECHANGELOG_KS_AUDIT;
DROP TABLE DATABASECHANGELOG_KS_KERNEL;
DROP TABLE DATABASECHANGELOG_KS_ROLES;
DROP TABLE DATABASECHANGELOG_KS_SCIM;
DROP TABLE DATABASECHANGELOG_KS_TENANTS;
