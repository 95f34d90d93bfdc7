namespace Corpus;

/// <summary>Parallel.For, ForEach, ForEachAsync and Invoke.</summary>
public static class Parallelism
{
    private static readonly int[] Numbers = [1, 2, 3];

    [Correct]
    public static void Sum_added_atomically()
    {
        var sum = 0;
        Parallel.For(1, 4, i => Interlocked.Add(ref sum, i));
        Expect(6, sum);
    }

    [Broken(FailureKind.DataRace)]
    public static void Sum_added()
    {
        var sum = 0;
        Parallel.For(1, 4, i => sum += i);
        Expect(6, sum);
    }

    [Correct]
    public static void Partial_sums_joined_under_a_lock()
    {
        var sum = 0;
        var gate = new Lock();
        Parallel.For(1, 4, () => 0, (i, _, part) => part + i, part =>
        {
            lock (gate)
                sum += part;
        });
        Expect(6, sum);
    }

    [Broken(FailureKind.DataRace)]
    public static void Partial_sums_joined_without()
    {
        var sum = 0;
        Parallel.For(1, 4, () => 0, (i, _, part) => part + i, part => sum += part);
        Expect(6, sum);
    }

    [Correct]
    public static void Squares_each_in_its_place()
    {
        var squares = new int[3];
        Parallel.ForEach(Numbers, number => squares[number - 1] = number * number);
        Expect(squares is [1, 4, 9]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Squares_in_one_list()
    {
        var squares = new List<int>();
        Parallel.ForEach(Numbers, number => squares.Add(number * number));
        Expect(3, squares.Count);
    }

    [Correct]
    public static async Task Async_bodies_counted_atomically()
    {
        var count = 0;
        await Parallel.ForEachAsync(Numbers, async (_, token) =>
        {
            await Task.Delay(10, token);
            Interlocked.Increment(ref count);
        });
        Expect(3, count);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Async_bodies_counted()
    {
        var count = 0;
        await Parallel.ForEachAsync(Numbers, async (_, token) =>
        {
            await Task.Delay(10, token);
            count++;
        });
        Expect(3, count);
    }

    [Correct]
    public static void Independent_halves()
    {
        int left = 0, right = 0;
        Parallel.Invoke(() => left = 1, () => right = 2);
        Expect(3, left + right);
    }

    [Broken(FailureKind.DataRace)]
    public static void Halves_of_which_one_needs_the_other()
    {
        int left = 0, right = 0;
        Parallel.Invoke(() => left = 1, () => right = left + 1);

        // One worker may do both, in either order: then it is the order alone that is wrong.
        Expect(right is 1 or 2);
    }

    [Correct]
    public static void One_worker_needs_no_lock()
    {
        var sum = 0;
        Parallel.ForEach(Numbers, new ParallelOptions { MaxDegreeOfParallelism = 1 }, number => sum += number);
        Expect(6, sum);
    }

    [Broken(FailureKind.DataRace)]
    public static void Two_workers_do()
    {
        var sum = 0;
        Parallel.ForEach(Numbers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number => sum += number);
        Expect(6, sum);
    }
}
