namespace Portal.Core.Mail;

public enum MailState { Waiting, Sending, Sent, Failed }

/// <summary>
/// A mail to be sent, written in the transaction of what caused it. Holds template and data, never the rendered text: links with
/// tokens are made when the mail is rendered.
/// </summary>
/// <remarks>
/// <para>How mail travels. A verb that has something to say adds a row with <see cref="QueueMail"/> to the context it saves its own
/// change with: both are written or neither. The job <see cref="SendMail"/> finds due rows by state and time and takes them one by
/// one: <em>claim</em> (a short transaction that writes a deadline and renews the version), <em>send</em> (no transaction open),
/// <em>record</em> (another, which fails on the version when the claim ran out meanwhile and another sender has it now).</para>
/// <para>A mail is sent at least once and at most twice. Just before its text leaves, the sender writes down that it does
/// (<see cref="Doubts"/>), which a sender whose claim ran out cannot: so a sender that dies before that has sent nothing, and one that dies,
/// or hears nothing, after that may have sent one copy. Then the mail goes once more, under the same Message-ID, by which mail
/// programs recognise the copies as one; after a second doubt it stays Failed, for a person to decide. A server that is down or says
/// 'later' is asked again with growing pauses; after <see cref="SendMail.GivesUpAfter"/> tries, or when the server says 'never', the mail
/// stays Failed with the reason, for an admin to see.</para>
/// <para>Links are made at rendering (<see cref="LinkMaker"/>): a copy of the database holds no usable link, and each try has a
/// fresh one.</para>
/// </remarks>
public sealed class OutboxMail
{
    public Guid Id { get; set; }
    /// <summary>One mail per intent: unique, e.g. <c>reset:USER:yyyyMMddHHmm</c>.</summary>
    public required string Intent { get; set; }
    public required string Template { get; set; }
    /// <summary>The address, sealed (<see cref="MailSeal"/>); empty once it was erased.</summary>
    public required string SealedTo { get; set; }
    /// <summary>Whose bookings it is about; null for accounts, which are nobody's business but the portal's admins'.</summary>
    public Guid? AgencyId { get; set; }
    /// <summary>The booking it is about; null for none.</summary>
    public Guid? BookingId { get; set; }
    /// <summary>Sealed JSON of what the template needs; empty once it was erased.</summary>
    public required string SealedData { get; set; }
    public MailState State { get; private set; }
    public DateTime CreatedAt { get; set; }
    public DateTime DueAt { get; set; }
    public DateTime? ClaimedUntil { get; private set; }
    public DateTime? SentAt { get; private set; }
    /// <summary>How often it was claimed; counted before sending, so that a mail that kills its sender is given up too.</summary>
    public int Attempts { get; private set; }
    /// <summary>How often its text left without a clear answer: so many copies there may be.</summary>
    public int Doubts { get; private set; }
    public string? LastProblem { get; private set; }
    /// <summary>The Message-ID header without its domain, fixed at creation so that a mail sent twice is recognised as one.</summary>
    public required string MessageId { get; set; }
    public long Version { get; private set; }

    public void Claim(DateTime until)
    {
        Become(MailState.Sending);
        ClaimedUntil = until;
        Attempts++;
    }

    /// <summary>The text leaves now. Saved before it does: whoever claimed the mail meanwhile has another version, and this sender's try ends here.</summary>
    public void HandOver()
    {
        Doubts++;
        Version++;
    }

    /// <summary>What was handed over was clearly not taken: there is no copy of that try.</summary>
    public void TakeBack() => Doubts--;

    public void RecordSent(DateTime now)
    {
        Become(MailState.Sent);
        SentAt = now;
        LastProblem = null;
    }

    public void RecordDelay(string problem, DateTime tryAgainAt)
    {
        Become(MailState.Waiting);
        LastProblem = problem;
        DueAt = tryAgainAt;
    }

    public void RecordFailure(string problem)
    {
        Become(MailState.Failed);
        LastProblem = problem;
    }

    /// <summary>A person wants it tried again, as though it were new: a copy in doubt was that person's to weigh.</summary>
    public void TryAgain(DateTime now)
    {
        Become(MailState.Waiting);
        (Attempts, Doubts, DueAt) = (0, 0, now);
    }

    private void Become(MailState state)
    {
        MailLifecycle.Table.Require(State, state);
        State = state;
        ClaimedUntil = null;
        Version++;
    }
}
