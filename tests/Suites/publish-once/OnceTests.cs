using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>How often it is made, and who gets what; races are <see cref="PublishedTests"/>' affair.</summary>
[TestFixture]
public sealed class OnceTests
{
    private const string Criterion = "once";

    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Several_who_ask_at_once_get_the_one_that_was_made([Values(2, 3)] int readers)
    {
        var number = Inputs.Draw().Next(100, 900);
        var maker = new Maker<string>(attempt => $"{number} {attempt}");
        var once = new Once<string>(maker.Create);
        Claim.That(maker.Tries == 0, Wording.TooSoon);

        var values = await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(() => once.Value)));

        IsMadeOnce(maker);
        Claim.That(values.All(value => value == $"{number} 1"), Wording.NotTheValue);
        Claim.That(values.All(value => ReferenceEquals(value, values[0])), Wording.NotTheSame);
        Claim.That(ReferenceEquals(once.Value, values[0]), Wording.NotTheSame);
        IsMadeOnce(maker);
    }

    /// <summary>Those who come while it is being made wait for it, and no longer; those who come later do not wait.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Whoever_comes_meanwhile_waits_for_it()
    {
        var draw = Inputs.Draw();
        var value = draw.Next(1, 900);
        var time = TimeSpan.FromSeconds(draw.Next(3, 9));
        var maker = new Maker<int>(_ => value, time);
        var once = new Once<int>(maker.Create);
        var watch = Stopwatch.StartNew();

        var first = Task.Run(() => once.Value);
        await Task.Delay(time / 3);
        var meanwhile = Task.Run(() => once.Value);

        Claim.That(await meanwhile == value && await first == value, Wording.NotTheValue);
        Claim.That(watch.Elapsed == time, Wording.Waited);
        Claim.That(once.Value == value, Wording.NotTheValue);
        Claim.That(watch.Elapsed == time, Wording.Waited);
        IsMadeOnce(maker);
    }

    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Null_is_a_value()
    {
        var maker = new Maker<string?>(_ => null);
        var once = new Once<string?>(maker.Create);

        var values = await Task.WhenAll(Task.Run(() => once.Value), Task.Run(() => once.Value));

        Claim.That(values.All(value => value is null) && once.Value is null, Wording.NotTheValue);
        IsMadeOnce(maker);
    }

    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task The_default_of_a_struct_is_a_value()
    {
        Maker<int> zeros = new(_ => 0);
        Maker<bool?> nothing = new(_ => null);
        Maker<(long, string?)> pairs = new(_ => default);
        Once<int> zero = new(zeros.Create);
        Once<bool?> none = new(nothing.Create);
        Once<(long, string?)> pair = new(pairs.Create);

        await Task.WhenAll(Task.Run(ReadAll), Task.Run(ReadAll));

        Claim.That(zero.Value == 0 && none.Value is null && pair.Value == default, Wording.NotTheValue);
        IsMadeOnce(zeros);
        IsMadeOnce(nothing);
        IsMadeOnce(pairs);

        void ReadAll() => _ = (zero.Value, none.Value, pair.Value);
    }

    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task A_struct_comes_as_a_whole()
    {
        var draw = Inputs.Draw();
        (long, string, long) made = (draw.Next(1, 900), "and", draw.Next(1, 900));
        var maker = new Maker<(long, string, long)>(_ => made);
        var once = new Once<(long, string, long)>(maker.Create);

        var values = await Task.WhenAll(Task.Run(() => once.Value), Task.Run(() => once.Value));

        Claim.That(values.All(value => value == made), Wording.NotTheValue);
        IsMadeOnce(maker);
    }

    /// <summary>One takes very long; the other one, of the same type, does not wait for it.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task Two_of_them_are_apart()
    {
        var draw = Inputs.Draw();
        string slow = $"slow {draw.Next(100)}", fast = $"fast {draw.Next(100)}";
        Maker<string> slowly = new(_ => slow, TimeSpan.FromHours(1)), quickly = new(_ => fast, TimeSpan.FromSeconds(1));
        Once<string> one = new(slowly.Create), other = new(quickly.Create);
        var watch = Stopwatch.StartNew();

        var first = Task.Run(() => one.Value);
        var second = Task.Run(() => other.Value);

        Claim.That(await second == fast, Wording.Shared);
        Claim.That(watch.Elapsed == TimeSpan.FromSeconds(1), Wording.Shared);
        Claim.That(await first == slow && one.Value == slow && other.Value == fast, Wording.Shared);
        IsMadeOnce(slowly);
        IsMadeOnce(quickly);
    }

    /// <summary>One is made out of another, as a timetable is out of its lines.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion)]
    public async Task One_may_be_made_out_of_another()
    {
        var number = Inputs.Draw().Next(1, 900);
        var inner = new Maker<int>(_ => number);
        var lines = new Once<int>(inner.Create);
        var outer = new Maker<int>(_ => lines.Value + 1);
        var timetable = new Once<int>(outer.Create);

        var values = await Task.WhenAll(Task.Run(() => timetable.Value), Task.Run(() => lines.Value));

        Claim.That(values[0] == number + 1 && values[1] == number, Wording.NotTheValue);
        IsMadeOnce(inner);
        IsMadeOnce(outer);
    }

    private static void IsMadeOnce<T>(Maker<T> maker)
    {
        Claim.That(!maker.WasBeside, Wording.Beside);
        Claim.That(maker.Tries == 1, Wording.MadeAgain);
    }
}
