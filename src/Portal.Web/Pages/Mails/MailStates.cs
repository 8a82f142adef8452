using Portal.Core.Mail;

namespace Portal.Web.Pages.Mails;

/// <summary>A mail's state as people see it: a word, an icon and the class of the state that means the same elsewhere.</summary>
internal static class MailStates
{
    public static (string Word, string Icon, string Class) Look(MailState state) => state switch
    {
        MailState.Waiting => ("Waiting", "clock", "waiting"),
        MailState.Sending => ("Sending", "turn", "checking"),
        MailState.Sent => ("Sent", "check-round", "purchased"),
        _ => ("Failed", "cross", "refused"),
    };
}
