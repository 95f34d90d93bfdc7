using System.Collections;
using Interleaving.Models.Parallelism;
using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>
/// A parallel query: a source that workers share out among themselves, and what each does with its items. The platform's
/// object is only the identity that the program holds.
/// </summary>
/// <param name="settings">As told so far.</param>
/// <param name="run">Runs the query under the final settings; each worker asks for a sink of its own.</param>
internal sealed class Query<T>(QuerySettings settings, Action<Operation, QuerySettings, Func<Sink<T>>> run) : IEnumerable<T>
{
    private const string Name = "AsParallel";

    public QuerySettings Settings => settings;

    public static Query<T> From(Func<ILoopSource<T>> source, QuerySettings settings) => new(settings, (caller, final, open) =>
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = final.Degree ?? -1, CancellationToken = final.Token };
        new ParallelLoop(Name, options, final.Degree).Run(caller, source(), open, static (item, _, index, sink) =>
        {
            sink.Take(item, index);
            return sink;
        }, static sink => sink.Close());
    });

    public Query<T> With(QuerySettings changed) => new(changed, run);

    /// <summary>Each worker does <paramref name="step"/> with its items as it finds them.</summary>
    public Query<TResult> Each<TResult>(Action<T, long, Action<TResult, long>> step) => new(settings, (caller, final, open) =>
        run(caller, final, () =>
        {
            var next = open();
            return new Sink<T>((item, index) => step(item, index, next.Take), next.Close);
        }));

    /// <summary>Needs all items before the first result: they are shared out anew after it.</summary>
    public Query<TResult> Whole<TResult>(Func<IEnumerable<T>, IEnumerable<TResult>> step, bool? isOrdered = null)
    {
        var changed = settings with { IsOrdered = isOrdered ?? settings.IsOrdered };
        return new Query<TResult>(changed, (caller, final, open) =>
        {
            var results = step(Items(caller, final with { IsOrdered = settings.IsOrdered })).ToList();
            Query<TResult>.From(() => new RangeSource<TResult>(results), final).Run(caller, final, open);
        });
    }

    public void Run(Operation caller, Func<Sink<T>> open) => run(caller, settings, open);

    /// <summary>All results: in the order of the source, or else in the order in which the workers were done.</summary>
    public List<T> Items(Operation caller) => Items(caller, settings);

    /// <summary>The same while they are found, so that the workers and whoever asks go on at the same time.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        var operation = Operation.Current!;
        return settings.IsOrdered ? Items(operation).GetEnumerator() : new Merge<T>(this, operation).Items().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Run(Operation caller, QuerySettings final, Func<Sink<T>> open) => run(caller, final, open);

    private List<T> Items(Operation caller, QuerySettings final)
    {
        var found = new List<(T Item, long Index)>();
        run(caller, final, () =>
        {
            var own = new List<(T Item, long Index)>();
            return new Sink<T>((item, index) => own.Add((item, index)), () => found.AddRange(own));
        });

        // The sort keeps what came from one item in order.
        return [.. (final.IsOrdered ? found.OrderBy(static pair => pair.Index) : found.AsEnumerable()).Select(static pair => pair.Item)];
    }
}
