using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Core.Providers;
using Portal.Providers.EGuma;
using Portal.Providers.Onebox;
using Portal.Providers.OneboxChannels;
using Portal.Providers.OneboxDistribution;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix;
using Portal.Providers.Xs2Event;

namespace Portal.Providers;

/// <summary>THE LIST OF PROVIDERS: one line each.</summary>
public static class ProviderRegistration
{
    public static IServiceCollection AddPortalProviders(this IServiceCollection services)
    {
        services.AddProviderPlumbing();
        services.TryAddSingleton<ProviderDirectory>();
        services.TryAddSingleton<OneboxTokens>();

        services.AddSingleton<IProvider, Xs2EventProvider>();
        services.AddSingleton<IProvider, EGumaProvider>();
        services.AddSingleton<IProvider, OneboxDistributionProvider>();
        services.AddSingleton<IProvider, OneboxChannelsProvider>();
        services.AddSingleton<IProvider, SecuTixProvider>();

        return services;
    }
}
