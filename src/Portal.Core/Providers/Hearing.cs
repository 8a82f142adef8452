using Microsoft.Extensions.Logging;

namespace Portal.Core.Providers;

/// <summary>What came back from asking a provider: an answer or silence. Exactly one is set.</summary>
public sealed record Heard<T>(Answer<T>? Answer, ProviderSilenceException? Silence) where T : notnull;

/// <summary>Asks so that whatever happens after the question left is either an answer or silence, never a stray exception.</summary>
public static partial class Hearing
{
    /// <remarks>
    /// The caller's cancellation is not handed on: an agent who closes the page must not cut a question in two. Adapters have time-outs.
    /// An unexpected exception is silence too, since the provider may have acted before our code failed on its answer.
    /// </remarks>
    public static async Task<Heard<T>> HearAsync<T>(string call, Func<CancellationToken, Task<Answer<T>>> ask, ILogger logger) where T : notnull
    {
        try
        {
            return new Heard<T>(await ask(CancellationToken.None), null);
        }
        catch (ProviderSilenceException silence)
        {
            NoAnswer(logger, call, silence.Kind, silence);
            return new Heard<T>(null, silence);
        }
#pragma warning disable CA1031 // See the remarks: any failure after the question left is silence.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Broke(logger, call, exception);
            return new Heard<T>(null, new ProviderSilenceException(call, SilenceKind.Unreadable, "the answer could not be used", exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Call}: no usable answer ({Kind}).")]
    private static partial void NoAnswer(ILogger logger, string call, SilenceKind kind, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Call}: our own code failed on the way; treated as silence.")]
    private static partial void Broke(ILogger logger, string call, Exception exception);
}
