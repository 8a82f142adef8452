using Microsoft.AspNetCore.Components;

namespace Portal.Web.Parts;

/// <summary>Events that our own scripts raise; the script registers the same names.</summary>
[EventHandler("onlapse", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: false)]
public static class EventHandlers;
