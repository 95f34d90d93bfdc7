namespace Corpus;

/// <summary>Parallel queries. What becomes of each is for the tests to say.</summary>
public static class Queries
{
    public static void Sums_and_other_numbers()
    {
        var numbers = Enumerable.Range(1, 8).ToArray();
        Expect(36, numbers.AsParallel().Sum());
        Expect(66, numbers.AsParallel().Select(x => x * 2).Where(x => x > 4).Sum());
        Expect(numbers.AsParallel().Average() == 4.5 && numbers.AsParallel().Max() == 8 && numbers.AsParallel().Min(x => -x) == -8);
        Expect(5, numbers.AsParallel().Count(x => x > 3));
    }

    public static void Those_with_an_order()
    {
        var numbers = new List<int> { 1, 2, 3, 4, 5 };
        Expect(numbers.AsParallel().AsOrdered().Select(x => x * 2).ToArray() is [2, 4, 6, 8, 10]);
        Expect(numbers.AsParallel().OrderByDescending(x => x % 2).ThenBy(x => x).ToList() is [1, 3, 5, 2, 4]);
        Expect("5,4,3,2,1", string.Join(",", numbers.AsParallel().OrderBy(x => -x)));
        Expect("1,2,3,4,5", string.Join(",", numbers.AsParallel().AsOrdered()));
    }

    public static void Aggregates_of_parts()
    {
        var numbers = Enumerable.Range(1, 8).ToArray();
        Expect(72, numbers.AsParallel().Aggregate(() => 0, (sum, x) => sum + x, (left, right) => left + right, sum => sum * 2));
        Expect(36, numbers.AsParallel().Aggregate((x, y) => x + y));
        Expect(37, numbers.AsParallel().Aggregate(1, (sum, x) => sum + x));
    }

    public static void One_that_is_cancelled_while_it_runs()
    {
        using var source = new CancellationTokenSource();
        try
        {
            new[] { 1, 2, 3, 4 }.AsParallel().WithCancellation(source.Token).ForAll(x =>
            {
                if (x == 1)
                    source.Cancel();
                source.Token.ThrowIfCancellationRequested();
            });
            Expect(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    public static void One_that_throws()
    {
        var thrown = Throws<AggregateException>(
            () => new[] { 1, 2, 3, 4 }.AsParallel().Select(x => x == 2 ? throw new ArgumentException() : x).ToArray());
        Expect(thrown.InnerExceptions.All(inner => inner is ArgumentException));
    }

    public static void Groups_and_a_lookup()
    {
        var numbers = Enumerable.Range(1, 6).ToArray();
        var groups = numbers.AsParallel().GroupBy(x => x % 2).ToDictionary(group => group.Key, group => group.Sum());
        Expect(groups[0] == 12 && groups[1] == 9);
        var lookup = numbers.AsParallel().ToLookup(x => x > 3);
        Expect(3, lookup[true].Count());
    }

    public static void The_syntax_of_queries_over_an_iterator()
    {
        var result = (from x in UpToFour().AsParallel().AsOrdered() from y in new[] { x, x * 10 } where y % 2 == 0 select y + 1).ToArray();
        Expect(result is [1, 1, 3, 21, 11, 31] || result is [1, 1, 11, 3, 21, 31], string.Join(",", result));

        static IEnumerable<int> UpToFour()
        {
            for (var i = 0; i < 4; i++)
                yield return i;
        }
    }

    public static void Ranges_as_sets()
    {
        Expect(10, ParallelEnumerable.Range(0, 5).Concat(ParallelEnumerable.Range(5, 5)).Distinct().Count());
        Expect(2, ParallelEnumerable.Range(0, 5).Take(2).Count());
        Expect(!ParallelEnumerable.Range(0, 5).Any(x => x > 7) && ParallelEnumerable.Range(0, 5).All(x => x < 7));
        Expect(10, ParallelEnumerable.Range(0, 5).AsSequential().Sum());
    }
}
