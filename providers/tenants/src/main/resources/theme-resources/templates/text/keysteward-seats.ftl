<#ftl output_format="plainText">
${msg("keystewardSeatsUsed", tenantName, used, limit)}

<#if full>${msg("keystewardSeatsFull")}<#else>${msg("keystewardSeatsNearlyFull")}</#if>
