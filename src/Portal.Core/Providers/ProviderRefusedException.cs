namespace Portal.Core.Providers;

/// <summary>
/// A definite no in the middle of a stream of pages, which has no place for an <see cref="Answer{T}"/>. Only
/// <see cref="IProvider.ReadCatalogAsync"/> raises it; pages already handed out are good.
/// </summary>
public sealed class ProviderRefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;
}
