using System.Collections.Concurrent;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Interleaving.NUnit.Tests;

/// <summary>What the platform does for the program is work, too: by the length of what it goes through.</summary>
[TestFixture]
internal sealed class CoresAndCostsTests
{
    private const int N = 4_096;
    private const int Sorting = N * 12;

    private static readonly int[] Numbers = [.. Enumerable.Range(0, N)];
    private static readonly string Text = new('a', N);
    private static readonly BigInteger Three = 3;

    /// <summary>Of N / 4 words.</summary>
    private static readonly BigInteger Long = Three << (N * 8);

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
        ["string.Join"] = (static () => string.Join("", Text, Text), 2 * N),
        ["string.Concat"] = (static () => string.Concat(Text, Text), 2 * N),
        ["string.Join of many empty texts"] = (static () => string.Join("", Enumerable.Repeat("", N).ToArray()), 2 * N),
        ["AppendJoin"] = (static () => new StringBuilder().AppendJoin(Text, "", "", "").Append('x'), 2 * N),
        ["AppendFormat"] = (static () => new StringBuilder().AppendFormat("{0}{0}", Text), 2 * N),
        ["Insert at the front"] = (static () => new List<int>(Numbers).Insert(0, 1), N + (N / 8)),
        ["RemoveAt at the front"] = (static () => new List<int>(Numbers).RemoveAt(0), N + (N / 8)),
        ["a long key"] = (static () => new Dictionary<string, int>().ContainsKey(Text), N / 8),
        ["a long item"] = (static () => new HashSet<string>().Add(Text), N / 8),
        ["a hash code of a text"] = (static () => Text.GetHashCode(), N / 8),
        ["a comparer of texts"] = (static () => StringComparer.Ordinal.Compare(Text, new string('a', N)), N + (N / 8)),
        ["a comparer of equal texts"] = (static () => EqualityComparer<string>.Default.Equals(Text, new string('a', N)), N + (N / 8)),
        ["string =="] = (static () => Same(Text, new string('a', N)), N + (N / 8)),
        ["string.GetHashCode"] = (static () => Text.GetHashCode(StringComparison.Ordinal), N / 8),
        ["int.TryParse"] = (static () => int.TryParse(Text, out _), N / 8),
        ["Regex.IsMatch"] = (static () => Regex.IsMatch(Text, "b$"), N),
        ["Regex.Replace"] = (static () => new Regex("x").Replace(Text, "b"), N),
        ["the product of long numbers"] = (static () => Long.Equals(Long * Long), N * N / 16),
        ["a power"] = (static () => BigInteger.Pow(3, N), N * N / 256),
        ["a power by a modulus"] = (static () => BigInteger.ModPow(Three, Three << 320, (Three << 320) + 1), 32 * 11 * 11 * 11),
        ["BigInteger.Parse"] = (static () => BigInteger.Parse(new string('1', N / 8)), N * N / 64),
        ["BigInteger.ToString"] = (static () => Long.ToString(), N * N / 16),
        ["Distinct"] = (static () => Numbers.Distinct().Count(), N),
        ["Zip"] = (static () => Numbers.Zip(Numbers).Count(), N),
        ["ToHashSet"] = (static () => Enumerable.Range(0, N).ToHashSet(), N),
        ["SequenceEqual"] = (static () => Enumerable.Range(0, N).SequenceEqual(Enumerable.Range(0, N)), N),
        ["Order"] = (static () => Enumerable.Range(0, N).Order().Last(), Sorting),
        ["a new string"] = (static () => new string('x', N), N),
    };

    [Test]
    public void A_call_costs_what_it_goes_through(
        [Values("Array.Sort", "Array.Sort of keys", "Array.Sort by a method group", "Array.Reverse", "Array.Copy", "Array.Fill", "Array.IndexOf",
            "Array.LastIndexOf", "Buffer.BlockCopy", "Span.Sort", "Span.Fill", "Span.IndexOf", "Span.SequenceEqual", "List.Sort", "List.Contains",
            "List.Reverse", "HashSet.UnionWith", "Sum", "Max of a range", "Sum of what repeats", "OrderBy", "string.Replace", "string.IndexOf",
            "string.Join", "string.Join of many empty texts", "AppendJoin", "AppendFormat", "Insert at the front", "RemoveAt at the front", "a long key",
            "a long item", "a hash code of a text", "a comparer of texts", "a comparer of equal texts", "string.Concat", "string ==", "string.GetHashCode", "int.TryParse", "Regex.IsMatch", "Regex.Replace",
            "the product of long numbers", "a power", "a power by a modulus", "BigInteger.Parse", "BigInteger.ToString", "Distinct", "Zip",
            "ToHashSet", "SequenceEqual", "Order", "a new string")] string call)
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
    public void A_text_that_grows_costs_what_is_added_to_it() =>
        Cores.Run(1, static () =>
        {
            var text = new StringBuilder();
            for (var i = 0; i < N; i++)
                text.Append("ab");
        }).Work.ShouldBeInRange(2 * N, (4 * N) + 200);

    [Test]
    public void Short_texts_and_numbers_cost_the_call_alone() =>
        Cores.Run(1, static () =>
        {
            for (var i = 0; i < 100; i++)
                Same(int.Parse("12").ToString(), "12");
        }).Work.ShouldBeLessThan(1_000);

    [Test]
    public void Nothing_moves_behind_the_last_item() =>
        Cores.Run(1, static () =>
        {
            var list = new List<int>(Numbers);
            for (var i = 0; i < 100; i++)
                list.RemoveAt(list.Count - 1);
        }).Work.ShouldBeLessThan(N + 500);

    [Test]
    public void Looking_an_item_up_costs_the_call_alone() =>
        Cores.Run(1, static () =>
        {
            var set = new HashSet<int>(Numbers);
            for (var i = 0; i < 100; i++)
                set.Contains(i);
        }).Work.ShouldBeLessThan(N + 300);

    private static bool Same(string one, string other) => one == other;

    private static void Apply(Action<int[]> act, int[] numbers) => act(numbers);
}
