<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("keystewardSeatsUsed", tenantName, used, limit)}</p>
<p><#if full>${msg("keystewardSeatsFull")}<#else>${msg("keystewardSeatsNearlyFull")}</#if></p>
</@layout.emailLayout>
