export const defaultPlanKey = "tenants.defaultPlan";
export const personalPlanKey = "tenants.personalPlan";
export const signedLicensesOnlyKey = "tenants.signedLicensesOnly";
export const deletionDaysKey = "tenants.deletionDays";
