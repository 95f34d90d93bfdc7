using Interleaving.NUnit;

namespace ConcurrencyKatas.AsyncStream.Suite;

[TestFixture]
public sealed class ColdTests
{
    private const string Criterion = "cold";

    private const string Opened = "A session was opened although nobody had taken a step yet: a stream is a description, and MoveNextAsync begins to act on it.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_happens_before_the_first_step()
    {
        var archive = new Archive(Inputs.Draw().Of(2, Second));

        await using (var enumerator = Catalogue.ReadAsync(archive.Open).GetAsyncEnumerator())
            await archive.Activity.AfterwardsAsync();

        Claim.That(archive is { Opened: 0, Requests: [] }, Opened);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Each_enumeration_has_a_session_of_its_own([Values(2, 3)] int times)
    {
        var reels = Inputs.Draw().Of(2, Second);
        var archive = new Archive(reels);
        var stream = Catalogue.ReadAsync(archive.Open);

        for (var i = 0; i < times; i++)
        {
            var hearing = await Hearing.OfAsync(archive, stream, _ => Second / 2);
            Claim.That(hearing.Error is null && hearing.Heard.SequenceEqual(reels.Items()), Wording.Shared);
        }

        Claim.That(archive.Opened == times, Wording.Shared);
    }

    /// <summary>Of two that overlap, one leaves, and the other hears all.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_enumerations_at_once_have_each_a_session_of_its_own()
    {
        var reels = Inputs.Draw().Of(3, Second);
        var archive = new Archive(reels);
        var stream = Catalogue.ReadAsync(archive.Open);

        var hearings = await Task.WhenAll(
            Hearing.OfAsync(archive, stream, _ => Second), Hearing.OfAsync(archive, stream, _ => Second / 4, leaveAfter: 1));

        Claim.That(hearings[0].Heard.SequenceEqual(reels.Items()) && hearings[1].Heard.SequenceEqual(reels.Items().Take(1)), Wording.Shared);
        Claim.That(archive.Opened == 2, Wording.Shared);
    }
}
