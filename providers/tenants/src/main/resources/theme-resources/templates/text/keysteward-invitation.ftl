<#ftl output_format="plainText">
<#if user.firstName??>${msg("keystewardInvitationGreeting", user.firstName)}<#else>${msg("keystewardInvitationGreetingUnnamed")}</#if>

<#if plainRole>${msg("keystewardInvitationBody", tenantName, realmName)}<#else>${msg("keystewardInvitationBodyWithRole", tenantName, realmName, msg(role))}</#if>

${link}

${msg("keystewardInvitationExpiry", hours)}

${msg("keystewardInvitationIgnore")}
