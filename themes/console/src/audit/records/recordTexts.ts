/** Message keys. */
export const categoryTexts: Readonly<Record<string, string>> = {
  authentication: "keystewardCategoryAuthentication",
  administration: "keystewardCategoryAdministration",
  access: "keystewardCategoryAccess",
  data: "keystewardCategoryData",
  security: "keystewardCategorySecurity",
  compliance: "keystewardCategoryCompliance",
  system: "keystewardCategorySystem",
};
