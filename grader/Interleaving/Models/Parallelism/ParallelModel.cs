using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <content>Parallel.Invoke, and what the loops have in common.</content>
[Models(typeof(Parallel))]
internal static partial class ParallelModel
{
    private const string ForName = "Parallel.For";
    private const string ForEachName = "Parallel.ForEach";
    private const string InvokeName = "Parallel.Invoke";

    /// <summary>Up to so many actions the platform gives each a task of its own; more go through a loop.</summary>
    private const int MostTasks = 10;

    public static void Invoke(params Action[] actions)
    {
        if (Operation.Current is { } operation)
            Invoke(operation, null, actions);
        else
            Parallel.Invoke(actions);
    }

    public static void Invoke(ParallelOptions parallelOptions, params Action[] actions)
    {
        if (Operation.Current is { } operation)
            Invoke(operation, parallelOptions, actions);
        else
            Parallel.Invoke(parallelOptions, actions);
    }

    /// <summary>Every action runs, whatever becomes of the others; their exceptions come out together.</summary>
    private static void Invoke(Operation operation, ParallelOptions? options, Action[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (Array.IndexOf(actions, null) >= 0)
            throw new ArgumentException("One of the actions was null.");
        var exceptions = new List<Exception>();
        var loop = new ParallelLoop(InvokeName, options, actions.Length <= MostTasks ? actions.Length : null);
        loop.Run(operation, new ListSource<Action>(actions), null, Each<Action>(Run), null);
        if (exceptions.Count > 0)
            throw new AggregateException(exceptions);

        void Run(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is not ExecutionAbortedException)
            {
                exceptions.Add(e);
            }
        }
    }

    private static ILoopSource<T> Source<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items, "source");
        return items is IList<T> list ? new ListSource<T>(list) : new EnumerableSource<T>(items);
    }

    private static Func<T, ParallelLoopState, long, bool, bool> Each<T>(Action<T> body) => (item, _, _, _) =>
    {
        body(item);
        return false;
    };

    private static Func<T, ParallelLoopState, long, bool, bool> Each<T>(Action<T, ParallelLoopState> body) =>
        (item, state, _, _) =>
        {
            body(item, state);
            return false;
        };

    private static Func<T, ParallelLoopState, long, bool, bool> Each<T>(Action<T, ParallelLoopState, long> body) =>
        (item, state, index, _) =>
        {
            body(item, state, index);
            return false;
        };
}
