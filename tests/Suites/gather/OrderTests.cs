using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather.Suite;

[TestFixture]
public sealed class OrderTests
{
    private const string Criterion = "order";

    private const string OutOfOrder =
        "The results are not in the order of the list: a result goes where its start stands, not where it arrives.";

    public enum Shape
    {
        QuickestFirst,
        QuickestLast,
        Drawn,
        AllAtOneMoment,
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Results_stand_where_their_starts_stand([Values] Shape shape)
    {
        var draw = Inputs.Draw();
        var lengths = draw.Durations(draw.Next(4, 6));
        lengths = shape switch
        {
            Shape.QuickestFirst => [.. lengths.Order()],
            Shape.QuickestLast => [.. lengths.OrderDescending()],
            Shape.Drawn => lengths,
            Shape.AllAtOneMoment => [.. lengths.Select(_ => lengths[0])],
        };
        var letters = new Letters([.. lengths.Select(length => new Letter(length))]);

        Claim.That((await Combine.AllAsync(letters.Starts)).SequenceEqual(letters.Answers), OutOfOrder);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_start_that_is_in_the_list_twice_has_two_results()
    {
        var (seconds, calls) = (Inputs.Draw().Next(2, 5), 0);
        Func<Task<int>> twice = CountAsync;

        var results = await Combine.AllAsync([twice, OnceAsync, twice]);

        Claim.That(
            results is [var first, 0, var last] && first + last == 3,
            "A start was in the list twice. It is called twice, and each of its two results has its own place.");

        async Task<int> CountAsync()
        {
            var call = Interlocked.Increment(ref calls);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return call;
        }

        async Task<int> OnceAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            return 0;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_mix_no_results()
    {
        var lengths = Inputs.Draw().Durations(5);
        Letters first = new([.. lengths[..2].Select(length => new Letter(length))]), second = new([.. lengths[2..].Select(length => new Letter(length))]);

        await Task.WhenAll(Task.Run(() => KeepsItsOwnAsync(first)), Task.Run(() => KeepsItsOwnAsync(second)));

        static async Task KeepsItsOwnAsync(Letters letters) =>
            Claim.That((await Combine.AllAsync(letters.Starts)).SequenceEqual(letters.Answers), Wording.Several);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_empty_list_has_no_results() =>
        Claim.That(await Combine.AllAsync<string>([]) is [], "The list was empty, and the result was not.");
}
