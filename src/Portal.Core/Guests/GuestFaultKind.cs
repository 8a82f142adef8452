namespace Portal.Core.Guests;

/// <summary>What our own check finds wrong with a value.</summary>
public enum GuestFaultKind { Missing, TooLong, NotEmail, NotPhone, NotInList, NotDate, InFuture, TooLongAgo }
