using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>
/// The platform's objects that stand for queries. One that is passed on as an ordinary sequence, and enumerated by the
/// platform, enumerates the query under control.
/// </summary>
internal static class Handles
{
    public static Query<T> Of<T>(ParallelQuery<T> handle)
    {
        ArgumentNullException.ThrowIfNull(handle, "source");
        return Operation.Current!.Execution.State<Query<T>>(
            handle, static _ => throw Operation.Current!.MadeOutside("a parallel query"));
    }

    public static ParallelQuery<T> For<T>(Query<T> query) => Known(query.AsParallel(), query);

    /// <summary>A sorted query: its object has no public constructor.</summary>
    public static OrderedParallelQuery<T> Sorted<T>(Query<T> query, Func<IEnumerable<T>, IOrderedEnumerable<T>> sort)
    {
        var sorted = query.Whole(sort, isOrdered: true);
        var handle = Known(Ordered<T>.New(sorted), sorted);
        Operation.Current!.Execution.State(handle, _ => new Sorting<T>(query, sort));
        return handle;
    }

    /// <summary>The same query with one more key.</summary>
    public static OrderedParallelQuery<T> Further<T>(
        OrderedParallelQuery<T> handle, Func<IOrderedEnumerable<T>, IOrderedEnumerable<T>> sort)
    {
        var before = Operation.Current!.Execution.State<Sorting<T>>(
            handle, static _ => throw Operation.Current!.MadeOutside("a parallel query"));
        return Sorted(before.Query, items => sort(before.Sort(items)));
    }

    private static THandle Known<T, THandle>(THandle handle, Query<T> query)
        where THandle : ParallelQuery<T>
    {
        Operation.Current!.Execution.State(handle, _ => query);
        return handle;
    }

    private sealed record Sorting<T>(Query<T> Query, Func<IEnumerable<T>, IOrderedEnumerable<T>> Sort);

    private static class Ordered<T>
    {
        private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        private static readonly ConstructorInfo Scan = typeof(ParallelEnumerable).Assembly
            .GetType("System.Linq.Parallel.ScanQueryOperator`1", throwOnError: true)!.MakeGenericType(typeof(T))
            .GetConstructor(Any, [typeof(IEnumerable<T>)])!;

        private static readonly FieldInfo Operator = typeof(OrderedParallelQuery<T>).GetFields(Any)
            .Single(field => field.FieldType.Name.StartsWith("QueryOperator", StringComparison.Ordinal));

        public static OrderedParallelQuery<T> New(IEnumerable<T> items)
        {
            var made = (OrderedParallelQuery<T>)RuntimeHelpers.GetUninitializedObject(typeof(OrderedParallelQuery<T>));
            Operator.SetValue(made, Scan.Invoke([items]));
            return made;
        }
    }
}
