using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Mail;

namespace Portal.Tests.Mail;

public sealed class QueueMailTests
{
    [Fact]
    public async Task A_mail_of_one_intent_is_queued_once()
    {
        await using var room = await MailRoom.OpenAsync();

        Assert.True(await room.QueueAsync("a"));
        Assert.False(await room.QueueAsync("a"));

        await using var db = room.Database.Open();
        Assert.Equal(1, await db.OutboxMails.CountAsync());
    }

    [Fact]
    public async Task A_mail_and_what_it_is_about_are_written_together_or_not_at_all()
    {
        await using var room = await MailRoom.OpenAsync();
        await using (var db = room.Database.Open())
        {
            db.Agencies.Add(new Agency { Id = Guid.NewGuid(), Name = "Kanal" });
            await db.SaveChangesAsync();
        }

        await using (var db = room.Database.Open())
        {
            db.Agencies.Add(new Agency { Id = Guid.NewGuid(), Name = "Kanal" });
            await room.Queue.RunAsync(db, "welcome", "desk@kanal.example", new PasswordReset(Guid.NewGuid()), default);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var after = room.Database.Open();
        Assert.Empty(after.OutboxMails);
    }

    [Fact]
    public async Task What_it_says_is_sealed_while_it_waits()
    {
        await using var room = await MailRoom.OpenAsync();

        await room.QueueAsync("a", new NoticeToAgent("Aisha", "Moved", "Madame Rochefort's match moved.", null));

        Assert.DoesNotContain("Rochefort", (await room.ReadAsync("a")).SealedData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_encoded_in_HTML_and_stays_as_it_is_in_plain_text()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a", new NoticeToAgent("<b>Jo</b>", "A & B\r\nBcc: x@y", "He said \"<script>\".", "ABC123"));

        await room.Sender().RunAsync(default);

        var text = room.Server.Taken.Single().Text;
        Assert.DoesNotContain("<script>", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text.Html, StringComparison.Ordinal);
        Assert.Contains("He said \"<script>\".", text.Plain, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/bookings/", text.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Subject);
    }
}
