using System.Collections.Concurrent;

namespace Corpus;

/// <summary>A concurrent dictionary changes while a query, a list or a set goes through it.</summary>
public static class ChangedWhileGoneThrough
{
    [Broken(FailureKind.Assertion)]
    public static Task A_sum_meets_an_item_that_moves_at_neither_place() =>
        MovingAsync(static prices => prices.Sum(static price => price.Value));

    [Broken(FailureKind.Assertion)]
    public static Task Nor_does_a_query_that_is_asked_later() =>
        MovingAsync(static prices => prices.Where(static price => price.Value > 0).Select(static price => price.Value).Sum());

    [Correct]
    public static Task A_copy_of_its_own_is_of_one_moment() =>
        MovingAsync(static prices => prices.ToArray().Sum(static price => price.Value));

    [Correct]
    public static Task So_are_its_values() => MovingAsync(static prices => prices.Values.Sum());

    /// <summary>A list asks how many there are, makes room for them, and then has them copied.</summary>
    [Broken(FailureKind.Assertion)]
    public static Task There_is_no_room_in_a_list_for_what_comes_meanwhile() => GrowingAsync(static names => names.ToList().Count);

    [Broken(FailureKind.Assertion)]
    public static Task Nor_in_one_that_is_made_by_hand() => GrowingAsync(static names => new List<KeyValuePair<int, string>>(names).Count);

    [Broken(FailureKind.Assertion)]
    public static Task Nor_in_an_array_of_the_interface() =>
        GrowingAsync(static names => ((IEnumerable<KeyValuePair<int, string>>)names).ToArray().Length);

    [Broken(FailureKind.Assertion)]
    public static Task Nor_in_what_is_sorted() => GrowingAsync(static names => names.OrderBy(static name => name.Key).Count(static name => name.Key > 0));

    [Correct]
    public static Task There_is_in_an_array_that_it_makes() => GrowingAsync(static names => names.ToArray().ToList().Count);

    [Correct]
    public static Task And_in_a_list_of_a_query() => GrowingAsync(static names => names.Select(static name => name.Value).ToList().Count);

    [Correct]
    public static Task And_in_a_dictionary() => GrowingAsync(static names => names.ToDictionary().Count);

    private static async Task MovingAsync(Func<ConcurrentDictionary<int, int>, int> sum)
    {
        var prices = new ConcurrentDictionary<int, int> { [5] = 1, [3] = 0 };
        var moving = Task.Run(() =>
        {
            prices[1] = 1;
            prices.TryRemove(5, out _);
        });
        Expect(sum(prices) > 0);
        await moving;
    }

    private static async Task GrowingAsync(Func<ConcurrentDictionary<int, string>, int> count)
    {
        var names = new ConcurrentDictionary<int, string> { [1] = "a" };
        var adding = Task.Run(() => names.TryAdd(2, "b"));
        Expect(count(names) is 1 or 2);
        await adding;
    }
}
