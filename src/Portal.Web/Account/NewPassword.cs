using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Account;

/// <summary>A new password, typed twice.</summary>
public class NewPassword
{
    [Required(ErrorMessage = "Type a new password."), StringLength(200, MinimumLength = 10, ErrorMessage = "A password has 10 to 200 characters.")]
    public string Password { get; set; } = "";

    [Required(ErrorMessage = "Type it again."), Compare(nameof(Password), ErrorMessage = "The two are not the same.")]
    public string Again { get; set; } = "";
}
