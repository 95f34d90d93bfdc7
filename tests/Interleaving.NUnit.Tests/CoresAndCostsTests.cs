using System.Collections.Concurrent;

namespace Interleaving.NUnit.Tests;

/// <summary>What the platform does for the program is work, too: by the length of what it goes through.</summary>
[TestFixture]
internal sealed class CoresAndCostsTests
{
    private const int N = 4_096;
    private const int Sorting = N * 12;

    private static readonly int[] Numbers = [.. Enumerable.Range(0, N)];
    private static readonly string Text = new('a', N);

    private static readonly ConcurrentDictionary<string, (Action Act, long Least)> Calls = new(StringComparer.Ordinal)
    {
        ["Array.Sort"] = (static () => Array.Sort(Numbers), Sorting),
        ["Array.Sort of keys"] = (static () => Array.Sort(Numbers, new int[N]), Sorting),
        ["Array.Sort by a method group"] = (static () => Apply(Array.Sort, Numbers), Sorting),
        ["Array.Reverse"] = (static () => Array.Reverse(Numbers), N),
        ["Array.Copy"] = (static () => Array.Copy(Numbers, new int[N], N), N),
        ["Array.Fill"] = (static () => Array.Fill(new int[N], 3), N),
        ["Array.IndexOf"] = (static () => Array.IndexOf(Numbers, -1), N),
        ["Array.LastIndexOf"] = (static () => Array.LastIndexOf(Numbers, -1), N),
        ["Buffer.BlockCopy"] = (static () => Buffer.BlockCopy(Numbers, 0, new int[N], 0, N * 4), N),
        ["Span.Sort"] = (static () => Numbers.AsSpan().Sort(), Sorting),
        ["Span.Fill"] = (static () => new int[N].AsSpan().Fill(1), N),
        ["Span.IndexOf"] = (static () => Numbers.AsSpan().IndexOf(-1), N),
        ["Span.SequenceEqual"] = (static () => Numbers.AsSpan().SequenceEqual(new int[N]), N),
        ["List.Sort"] = (static () => Enumerable.Repeat(1, N).ToList().Sort(), Sorting + N),
        ["List.Contains"] = (static () => new List<int>(Numbers).Contains(-1), 2 * N),
        ["List.Reverse"] = (static () => new List<int>(Numbers).Reverse(), 2 * N),
        ["HashSet.UnionWith"] = (static () => new HashSet<int>().UnionWith(Numbers), N),
        ["Sum"] = (static () => Numbers.Sum(), N),
        ["Max of a range"] = (static () => Enumerable.Range(0, N).Max(), N),
        ["Sum of what repeats"] = (static () => Enumerable.Repeat(1, N).Sum(), N),
        ["OrderBy"] = (static () => Numbers.OrderBy(static i => -i).ToArray(), Sorting),
        ["string.Replace"] = (static () => Text.Replace('a', 'b'), N),
        ["string.IndexOf"] = (static () => Text.IndexOf('x', StringComparison.Ordinal), N),
        ["a new string"] = (static () => new string('x', N), N),
    };

    [Test]
    public void A_call_costs_what_it_goes_through(
        [Values("Array.Sort", "Array.Sort of keys", "Array.Sort by a method group", "Array.Reverse", "Array.Copy", "Array.Fill", "Array.IndexOf",
            "Array.LastIndexOf", "Buffer.BlockCopy", "Span.Sort", "Span.Fill", "Span.IndexOf", "Span.SequenceEqual", "List.Sort", "List.Contains",
            "List.Reverse", "HashSet.UnionWith", "Sum", "Max of a range", "Sum of what repeats", "OrderBy", "string.Replace", "string.IndexOf",
            "a new string")] string call)
    {
        var (act, least) = Calls[call];
        Cores.Run(1, act).Work.ShouldBeInRange(least, (4 * least) + 200);
    }

    [Test]
    public void A_part_of_an_array_costs_what_the_part_does() =>
        Cores.Run(4, () => Parallel.For(0, 4, part => Array.Fill(new int[N], part, part * N / 4, N / 4)))
            .ShouldSatisfyAllConditions(
                static profile => profile.Work.ShouldBeInRange(N, N + 100), static profile => profile.Parallelism.ShouldBeGreaterThan(3.5));

    [Test]
    public void Looking_an_item_up_costs_the_call_alone() =>
        Cores.Run(1, static () =>
        {
            var set = new HashSet<int>(Numbers);
            for (var i = 0; i < 100; i++)
                set.Contains(i);
        }).Work.ShouldBeLessThan(N + 300);

    private static void Apply(Action<int[]> act, int[] numbers) => act(numbers);
}
