using Microsoft.AspNetCore.Components;

namespace Portal.Web.Parts;

/// <summary>Events that our own scripts raise; the script registers the same names.</summary>
[EventHandler("onlapse", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: false)]
[EventHandler("onseatpick", typeof(SeatPickedEventArgs), enableStopPropagation: true, enablePreventDefault: false)]
[EventHandler("onlistpaste", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: false)]
public static class EventHandlers;

/// <summary>A seat of a plan was taken or given back.</summary>
public sealed class SeatPickedEventArgs : EventArgs
{
    /// <summary>Its place in the plan's list.</summary>
    public int Seat { get; set; }
}
