<#import "template.ftl" as layout>
<@layout.emailLayout>
<p><#if user.firstName??>${msg("keystewardInvitationGreeting", user.firstName)}<#else>${msg("keystewardInvitationGreetingUnnamed")}</#if></p>
<p><#if plainRole>${msg("keystewardInvitationBody", tenantName, realmName)}<#else>${msg("keystewardInvitationBodyWithRole", tenantName, realmName, msg(role))}</#if></p>
<p><a href="${link}">${msg("keystewardInvitationLink", tenantName)}</a></p>
<p>${msg("keystewardInvitationExpiry", hours)}</p>
<p>${msg("keystewardInvitationIgnore")}</p>
</@layout.emailLayout>
