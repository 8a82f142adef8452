using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests.Support;

/// <summary>How an agent finds and chooses things of every kind: by words and filters, never by an address.</summary>
internal static partial class Finding
{
    /// <summary>Types into the search box, narrows the filters and opens the row of that name.</summary>
    public static async Task FindAsync(this IPage page, string name, params (string Filter, string Choice)[] filters)
    {
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Search" }).First.ClickAsync();
        await page.GetByLabel("What", new() { Exact = true }).FillAsync(name);
        await Expect(page).ToHaveURLAsync(new Regex("q="));
        foreach (var (filter, choice) in filters)
        {
            var before = page.Url;
            await page.GetByLabel(filter, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = choice });
            await Expect(page).Not.ToHaveURLAsync(before);
        }
        // Rows of the question before are about to be replaced: a click on one of them may fall between the two.
        await Expect(page.Locator("main .table-wrap")).ToHaveAttributeAsync("aria-busy", "false");
        await page.Locator("main tbody").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Turns the calendar to a day and chooses it.</summary>
    public static async Task ChooseDayAsync(this IPage page, DateTime day)
    {
        var wanted = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}, (from|open)") });
        var month = page.Locator(".calendar-head h2");
        await Expect(month).ToBeVisibleAsync();
        for (var turns = 0; turns < 6 && await wanted.CountAsync() == 0; turns++)
        {
            var before = await month.InnerTextAsync();
            await page.Button("Month after").ClickAsync();
            await Expect(month).Not.ToHaveTextAsync(before);
        }
        await wanted.ClickAsync();
        await Expect(wanted).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>Chooses a time of the day that is shown.</summary>
    public static async Task ChooseTimeAsync(this IPage page, string time)
    {
        var slot = page.Locator(".slots a", new() { HasTextString = time });
        await slot.ClickAsync();
        await Expect(slot).ToHaveAttributeAsync("aria-current", "true");
    }

    /// <summary>Sets how many of one kind of people go.</summary>
    public static async Task HowManyAsync(this IPage page, string category, int quantity)
    {
        var box = page.GetByLabel($"How many: {category}", new() { Exact = true });
        await box.FillAsync(quantity.ToString(CultureInfo.InvariantCulture));
        await box.PressAsync("Tab");
    }

    /// <summary>Holds the first offer of the table, or the one whose row has these words.</summary>
    public static async Task HoldRowAsync(this IPage page, string? words = null, int quantity = 2)
    {
        var row = words is null ? page.Locator(".offers tbody tr:has(button.primary)").First : page.Locator(".offers tbody tr:has(button.primary)", new() { HasTextString = words }).First;
        await row.WaitForAsync();
        var box = row.GetByRole(AriaRole.Spinbutton);
        await box.FillAsync(quantity.ToString(CultureInfo.InvariantCulture));
        await box.PressAsync("Tab");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = Hold(quantity) }).ClickAsync();
        await Expect(page.Locator(".answer").First).ToContainTextAsync($"{quantity} {(quantity == 1 ? "ticket" : "tickets")} held");
    }

    /// <summary>Two seats of the plan, the first by the keyboard alone, the second by a click, and holds them.</summary>
    public static async Task HoldTwoSeatsAsync(this IPage page)
    {
        await page.Locator(".seat-plan").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Button("Hold 1 seat", exact: true)).ToBeVisibleAsync();
        await page.Locator(".seats > .free").Nth(6).ClickAsync();
        await page.Button("Hold 2 seats", exact: true).ClickAsync();
        await Expect(page.Locator(".seat-chooser .answer").First).ToContainTextAsync("held");
    }

    /// <summary>Fills what the guest form and the buyer form of the current cart need, and stops before the button.</summary>
    public static async Task FillCheckoutAsync(this IPage page)
    {
        await page.GoAsync("/cart");
        if (await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).CountAsync() > 0)
        {
            await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).First.ClickAsync();
            foreach (var (label, value) in (IReadOnlyList<(string, string)>)[("First name", "Ada"), ("Last name", "Byronsdottir"), ("E-mail", "ada@example.org")])
            {
                var input = page.GetByLabel(label, new() { Exact = true }).First;
                await input.FillAsync(value);
                await input.PressAsync("Tab");
                await Expect(page.Locator(".field", new() { Has = input }).First.Locator(".saved")).ToBeVisibleAsync();
            }
            await page.Button("Continue to checkout").ClickAsync();
        }
        else
            await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Checkout" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/checkout$"));
        await page.Locator("#plan").WaitForAsync();
        foreach (var input in await page.Locator("section[aria-labelledby=buyer] input[required]").AllAsync())
        {
            await input.FillAsync(await input.GetAttributeAsync("id") switch
            {
                "buyer-FirstName" => "Ada", "buyer-LastName" => "Byronsdottir", "buyer-Email" => "ada@example.org", "buyer-Phone" => "+34600111222",
                "buyer-Country" => "ES", "buyer-City" => "Sevilla", "buyer-PostalCode" => "41001", "buyer-Address" => "Calle Sierpes 1", var other => throw new InvalidOperationException($"The buyer is asked for {other}."),
            });
            await input.PressAsync("Tab");
        }
    }

    private static Regex Hold(int quantity) => new($"^Hold {quantity} ×");
}
