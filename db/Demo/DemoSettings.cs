namespace Portal.Db.Demo;

/// <summary>The configuration section <c>Demo</c>.</summary>
public sealed class DemoSettings
{
    public const string Section = "Demo";

    /// <summary>Whether the start makes two agencies and their people where they are missing. For trying the portal, never for real use.</summary>
    public bool Seed { get; set; }

    /// <summary>The password that all demo accounts get when they are made.</summary>
    public string Password { get; set; } = "";
}
