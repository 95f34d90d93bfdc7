using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <content>Sums, averages and extremes: the workers find the numbers, in parallel, and whoever asked adds them up.</content>
internal static partial class ParallelEnumerableModel
{
    public static int Sum(ParallelQuery<int> source) => Operation.Current is null ? source.Sum() : Items(source).Sum();

    public static int Sum<T>(ParallelQuery<T> source, Func<T, int> selector) =>
        Operation.Current is null ? source.Sum(selector) : Items(Select(source, selector)).Sum();

    public static long Sum(ParallelQuery<long> source) => Operation.Current is null ? source.Sum() : Items(source).Sum();

    public static long Sum<T>(ParallelQuery<T> source, Func<T, long> selector) =>
        Operation.Current is null ? source.Sum(selector) : Items(Select(source, selector)).Sum();

    public static float Sum(ParallelQuery<float> source) => Operation.Current is null ? source.Sum() : Items(source).Sum();

    public static float Sum<T>(ParallelQuery<T> source, Func<T, float> selector) =>
        Operation.Current is null ? source.Sum(selector) : Items(Select(source, selector)).Sum();

    public static double Sum(ParallelQuery<double> source) => Operation.Current is null ? source.Sum() : Items(source).Sum();

    public static double Sum<T>(ParallelQuery<T> source, Func<T, double> selector) =>
        Operation.Current is null ? source.Sum(selector) : Items(Select(source, selector)).Sum();

    public static decimal Sum(ParallelQuery<decimal> source) => Operation.Current is null ? source.Sum() : Items(source).Sum();

    public static decimal Sum<T>(ParallelQuery<T> source, Func<T, decimal> selector) =>
        Operation.Current is null ? source.Sum(selector) : Items(Select(source, selector)).Sum();

    public static double Average(ParallelQuery<int> source) => Operation.Current is null ? source.Average() : Items(source).Average();

    public static double Average<T>(ParallelQuery<T> source, Func<T, int> selector) =>
        Operation.Current is null ? source.Average(selector) : Items(Select(source, selector)).Average();

    public static double Average(ParallelQuery<long> source) => Operation.Current is null ? source.Average() : Items(source).Average();

    public static double Average<T>(ParallelQuery<T> source, Func<T, long> selector) =>
        Operation.Current is null ? source.Average(selector) : Items(Select(source, selector)).Average();

    public static float Average(ParallelQuery<float> source) => Operation.Current is null ? source.Average() : Items(source).Average();

    public static float Average<T>(ParallelQuery<T> source, Func<T, float> selector) =>
        Operation.Current is null ? source.Average(selector) : Items(Select(source, selector)).Average();

    public static double Average(ParallelQuery<double> source) => Operation.Current is null ? source.Average() : Items(source).Average();

    public static double Average<T>(ParallelQuery<T> source, Func<T, double> selector) =>
        Operation.Current is null ? source.Average(selector) : Items(Select(source, selector)).Average();

    public static decimal Average(ParallelQuery<decimal> source) => Operation.Current is null ? source.Average() : Items(source).Average();

    public static decimal Average<T>(ParallelQuery<T> source, Func<T, decimal> selector) =>
        Operation.Current is null ? source.Average(selector) : Items(Select(source, selector)).Average();

    public static int Min(ParallelQuery<int> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static int Min<T>(ParallelQuery<T> source, Func<T, int> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static long Min(ParallelQuery<long> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static long Min<T>(ParallelQuery<T> source, Func<T, long> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static float Min(ParallelQuery<float> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static float Min<T>(ParallelQuery<T> source, Func<T, float> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static double Min(ParallelQuery<double> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static double Min<T>(ParallelQuery<T> source, Func<T, double> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static decimal Min(ParallelQuery<decimal> source) => Operation.Current is null ? source.Min() : Items(source).Min();

    public static decimal Min<T>(ParallelQuery<T> source, Func<T, decimal> selector) =>
        Operation.Current is null ? source.Min(selector) : Items(Select(source, selector)).Min();

    public static int Max(ParallelQuery<int> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static int Max<T>(ParallelQuery<T> source, Func<T, int> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();

    public static long Max(ParallelQuery<long> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static long Max<T>(ParallelQuery<T> source, Func<T, long> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();

    public static float Max(ParallelQuery<float> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static float Max<T>(ParallelQuery<T> source, Func<T, float> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();

    public static double Max(ParallelQuery<double> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static double Max<T>(ParallelQuery<T> source, Func<T, double> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();

    public static decimal Max(ParallelQuery<decimal> source) => Operation.Current is null ? source.Max() : Items(source).Max();

    public static decimal Max<T>(ParallelQuery<T> source, Func<T, decimal> selector) =>
        Operation.Current is null ? source.Max(selector) : Items(Select(source, selector)).Max();
}
