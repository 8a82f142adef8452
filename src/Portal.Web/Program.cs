using Microsoft.AspNetCore.Connections;
using Portal.Core;
using Portal.Db;
using Portal.Providers;
using Portal.Web;
using Portal.Web.Account;
using Portal.Web.Api;
using Portal.Web.Keys;
using Portal.Web.Mail;
using Portal.Web.Pages.Carts;
using Portal.Web.Parts;

// The settings file lies beside the program, not in the folder one happens to start it from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

// Also outside Development when started from the build: does nothing once published.
builder.WebHost.UseStaticWebAssets();

builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPortalDb(builder.Configuration);
builder.Services.AddPortalCore();
builder.Services.AddPortalProviders();
builder.Services.AddPortalParts();
builder.Services.AddPortalJobs(builder.Configuration);
builder.Services.AddHostedService<CallJournalWriter>();
builder.Services.AddPortalHealth();
builder.AddPortalKeys();
builder.AddPortalAccounts();
builder.AddPortalMail();
builder.AddPortalStart();
builder.Services.AddScoped<CartNews>();

var app = builder.Build();
await app.Services.MigratePortalDbAsync();
await app.PreparePortalAsync();

if (!app.Environment.IsDevelopment())
    app.UseExceptionHandler("/error", createScopeForErrors: true);

app.UseSafeHeaders();
app.UsePageForWrongAddresses();
app.UsePortalAccounts();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapPortalAccounts();
app.MapDownloads();
app.MapTicketPages();
app.MapGuestPages();
app.MapCsvFiles();
app.MapGuestFiles();
app.MapPortalHealth();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

try
{
    await app.RunAsync();
    return 0;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"The portal could not start: {taken.Message} Nothing was started. Stop what listens there, or name another address with --urls.");
    return 1;
}
