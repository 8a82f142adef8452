namespace Portal.Sandbox.SecuTix;

/// <summary>A virtual operator: it fixes the sales channel and the point of sale, hence what may be sold and from which contingent.</summary>
/// <param name="Institution">The institution's code.</param>
/// <param name="Operator">Its name, <c>{INSTIT}_B2C</c> by custom; the user name of SOAP, the <c>aud</c> of a JWT.</param>
/// <param name="Password">The password of SOAP's UsernameToken.</param>
/// <param name="Partner">The <c>iss</c> of a JWT.</param>
/// <param name="Secret">What a JWT is signed with.</param>
/// <param name="PointOfSalesId">What every order must name.</param>
/// <param name="ContingentId">The one contingent the channel sees.</param>
public sealed record VirtualOperator(
    string Institution, string Operator, string Password, string Partner, string Secret, long PointOfSalesId, long ContingentId);

/// <summary>What the SecuTix page leaves open, lets differ or lets an institution configure.</summary>
public sealed class SecuTixOptions
{
    /// <summary>The demo portal's operator, partner, shared secret and SOAP password.</summary>
    public const string DemoOperator = "LUMIERE_B2C";

    /// <inheritdoc cref="DemoOperator" />
    public const string DemoInstitution = "LUMIERE";

    /// <inheritdoc cref="DemoOperator" />
    public const string DemoPartner = "PORTAL";

    /// <inheritdoc cref="DemoOperator" />
    public const string DemoSecret = "sandbox-secutix-shared-secret-of-the-demo";

    /// <inheritdoc cref="DemoOperator" />
    public const string DemoPassword = "sandbox-secutix-password";

    /// <summary>Another reseller's operator, for what must stay invisible.</summary>
    public const string OtherOperator = "LUMIERE_OTHER";

    /// <inheritdoc cref="OtherOperator" />
    public const string OtherSecret = "sandbox-secutix-shared-secret-of-another";

    /// <summary>Who may call.</summary>
    public IList<VirtualOperator> Operators { get; } =
    [
        new(DemoInstitution, DemoOperator, DemoPassword, DemoPartner, DemoSecret, 10_229_900_117, 10_229_900_501),
        new(DemoInstitution, OtherOperator, "sandbox-secutix-other-password", "OTHER", OtherSecret, 10_229_900_118, 10_229_900_502),
    ];

    /// <summary>The sales channel's order expiry delay: begins anew whenever an item is added.</summary>
    public TimeSpan OrderDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The sales channel's order maximum lifespan: never begins anew.</summary>
    public TimeSpan OrderLifespan { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>How long a closed reservation or option is kept.</summary>
    public TimeSpan ReservationLife { get; set; } = TimeSpan.FromHours(72);

    /// <summary>
    /// How long a close takes, in sandbox time. One that takes longer than the caller's <c>maxWaitingTime</c> (seconds) answers
    /// 'in progress' and is finished later.
    /// </summary>
    public TimeSpan CloseTakes { get; set; }

    /// <summary>How long a catalogue takes, in sandbox time: until then the same <c>requestId</c> is answered 'in progress'.</summary>
    public TimeSpan CatalogueTakes { get; set; }

    /// <summary>Calls per minute and institution before HTTP 509.</summary>
    public int CallsPerMinute { get; set; } = 180;

    /// <summary>False forgets the two limits on reading: the catalogue once in ten minutes, availability once a minute.</summary>
    public bool LimitsReading { get; set; } = true;

    /// <summary>True has the next payments refused, so that the order must be reopened.</summary>
    public bool DeclinesPayments { get; set; }

    /// <summary>True lists products directly in <c>catalogData</c> instead of by season: both shapes were seen.</summary>
    public bool FlatCatalogue { get; set; }

    /// <summary>How many places of one performance an order may hold.</summary>
    public int MaxSeatsPerPerformance { get; set; } = 10;

    /// <summary>The same seed gives the same catalogue.</summary>
    public int Seed { get; set; } = 40;
}
