namespace Corpus;

/// <summary>A sorted dictionary is gone through; its enumerators hold what they go over in a struct within the struct.</summary>
public static class SortedDictionaries
{
    [Broken(FailureKind.DataRace)]
    public static Task Gone_through_while_another_adds() => BesideAsync(static prices =>
    {
        var sum = 0;
        foreach (var (_, price) in prices)
            sum += price;
        return sum;
    });

    [Broken(FailureKind.DataRace)]
    public static Task So_are_its_keys() => BesideAsync(static prices =>
    {
        var sum = 0;
        foreach (var name in prices.Keys)
            sum += name;
        return sum;
    });

    [Broken(FailureKind.DataRace)]
    public static Task So_are_its_values() => BesideAsync(static prices =>
    {
        var sum = 0;
        foreach (var price in prices.Values)
            sum += price;
        return sum;
    });

    /// <summary>Empty and full, after a join, which is no reason to look at anything that is not there.</summary>
    [Correct]
    public static void Gone_through_when_nobody_adds_any_more()
    {
        SortedDictionary<int, int> none = [], prices = [];
        Together(
            () =>
            {
                lock (prices)
                    prices.Add(1, 10);
            },
            () =>
            {
                lock (prices)
                    prices.Add(2, 20);
            });
        var sum = 0;
        foreach (var (_, price) in none)
            sum += price;
        foreach (var (_, price) in prices)
            sum += price;
        foreach (var name in prices.Keys)
            sum += name;
        foreach (var price in prices.Values)
            sum += price;
        Expect(63, sum);
    }

    [Correct]
    public static async Task Gone_through_under_a_lock()
    {
        SortedDictionary<int, int> prices = new() { [1] = 10 };
        var adding = Task.Run(() =>
        {
            lock (prices)
                prices[2] = 20;
        });
        var sum = 0;
        lock (prices)
        {
            foreach (var (_, price) in prices)
                sum += price;
        }

        Expect(sum is 10 or 30);
        await adding;
    }

    private static async Task BesideAsync(Func<SortedDictionary<int, int>, int> sum)
    {
        SortedDictionary<int, int> prices = new() { [1] = 10 };
        var adding = Task.Run(() => prices[2] = 20);
        _ = sum(prices);
        await adding;
    }
}
