using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Account;

/// <summary>Identity's refusals in the portal's words.</summary>
internal sealed class AccountWords : IdentityErrorDescriber
{
    private const string InUse = "This e-mail address has an account already.";

    public override IdentityError DuplicateUserName(string userName) => Said(nameof(DuplicateUserName), InUse);
    public override IdentityError DuplicateEmail(string email) => Said(nameof(DuplicateEmail), InUse);
    public override IdentityError InvalidUserName(string? userName) => Said(nameof(InvalidUserName), "This is not an e-mail address that can sign in.");
    public override IdentityError InvalidEmail(string? email) => Said(nameof(InvalidEmail), "This is not an e-mail address that can sign in.");
    public override IdentityError PasswordMismatch() => Said(nameof(PasswordMismatch), "The present password is not right. Nothing was changed.");
    public override IdentityError PasswordTooShort(int length) => Said(nameof(PasswordTooShort), $"A password has at least {length} characters. A few words in a row are easy to remember.");
    public override IdentityError InvalidToken() => Said(nameof(InvalidToken), "This link was used already or has run out. The password was not changed. Ask for a new link.");
    public override IdentityError ConcurrencyFailure() => Said(nameof(ConcurrencyFailure), "Somebody changed this account at the same time. Nothing was saved: load the page again.");

    private static IdentityError Said(string code, string said) => new() { Code = code, Description = said };
}
