using System.Buffers;

namespace Differential;

/// <summary>Pools of arrays: lengths, what is refused, and what is cleared.</summary>
public static class ArrayPools
{
    public static IEnumerable<Case> Lengths() =>
        from made in Pools()
        from length in new[] { -1, 0, 1, 15, 16, 17, 32, 33, 100, 1024, 1025, 5000 }
        select new Case($"{made.Name}, {length}", log =>
        {
            log.Add(made.Pool().Rent(length).Length);
            return Task.CompletedTask;
        });

    public static IEnumerable<Case> Given_back() =>
        from made in Pools()
        from length in new[] { 0, 1, 15, 16, 17, 24, 32, 1024, 1025, 2048, 5000 }
        select new Case($"{made.Name}, {length}", log =>
        {
            made.Pool().Return(new byte[length]);
            log.Add("taken");
            return Task.CompletedTask;
        });

    public static IEnumerable<Case> Null_given_back() =>
        from made in Pools()
        select new Case(made.Name, log =>
        {
            made.Pool().Return(null!);
            return Task.CompletedTask;
        });

    public static IEnumerable<Case> Sizes() =>
        from size in new[] { (-1, 1), (0, 1), (1, 0), (1, -1), (1, 1) }
        select new Case($"{size}", log =>
        {
            log.Add(ArrayPool<byte>.Create(size.Item1, size.Item2).Rent(1).Length);
            return Task.CompletedTask;
        });

    public static Task The_last_one_given_back_comes_first(Log log)
    {
        var pool = ArrayPool<byte>.Create(100, 4);
        var array = pool.Rent(20);
        array[3] = 7;
        pool.Return(array);
        var again = pool.Rent(30);
        log.Add($"{ReferenceEquals(array, again)} {again[3]}");
        pool.Return(again, clearArray: true);
        log.Add(pool.Rent(32)[3]);
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, Func<ArrayPool<byte>> Pool)> Pools() =>
    [
        ("shared", () => ArrayPool<byte>.Shared), ("default", ArrayPool<byte>.Create), ("small", () => ArrayPool<byte>.Create(1000, 2)),
    ];
}
