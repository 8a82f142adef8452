using Portal.Sandbox.Control;

namespace Portal.Sandbox.Xs2Event;

internal static class Xs2EventPanel
{
    public static Markup Draw(Xs2EventWorld world) => Markup.Empty;
}
