using Portal.Core.Audit;

namespace Portal.Providers.Plumbing;

/// <summary>Takes the journal's rows, already redacted. Must not block.</summary>
public delegate void CallSink(ProviderCallEntry entry);
