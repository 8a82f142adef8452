using Radzen;

namespace Portal.Web.Parts;

/// <summary>What pages share within one circuit.</summary>
public static class PartsSetup
{
    public static IServiceCollection AddPortalParts(this IServiceCollection services) => services.AddScoped<CustomerView>().AddRadzenComponents();
}
