using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Portal.Web.Parts;

namespace Portal.Web.Layout;

/// <summary>Keeps the frame alive when a page breaks, says so in plain words, and lets go of it with the next change of page.</summary>
public sealed partial class PageErrors(NavigationManager navigation, ILogger<PageErrors> logger) : ErrorBoundaryBase, IDisposable
{
    protected override void OnInitialized() => navigation.LocationChanged += OnLocationChanged;

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    protected override Task OnErrorAsync(Exception exception)
    {
        PageBroke(logger, new Uri(navigation.Uri).AbsolutePath, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<Note>(1);
        builder.AddComponentParameter(2, nameof(Note.Kind), "bad");
        builder.AddComponentParameter(3, nameof(Note.Title), "This page stopped working.");
        builder.AddComponentParameter(4, nameof(Note.ChildContent), (RenderFragment)(inside => inside.AddContent(0,
            "What was saved is kept. The last thing you did on this page may not have been done: draw it again to see how it stands, before you repeat anything.")));
        builder.AddComponentParameter(5, nameof(Note.Actions), (RenderFragment)(inside =>
        {
            inside.OpenElement(0, "button");
            inside.AddAttribute(1, "type", "button");
            inside.AddAttribute(2, "class", "button");
            inside.AddAttribute(3, "onclick", EventCallback.Factory.Create(this, Recover));
            inside.AddContent(4, "Draw the page again");
            inside.CloseElement();
        }));
        builder.CloseComponent();
    }

    private void OnLocationChanged(object? sender, Microsoft.AspNetCore.Components.Routing.LocationChangedEventArgs e) => Recover();

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} broke while it was drawn or used.")]
    private static partial void PageBroke(ILogger logger, string path, Exception exception);
}
