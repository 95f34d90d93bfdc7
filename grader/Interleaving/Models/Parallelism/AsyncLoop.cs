using Interleaving.Models.Cancellation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>
/// One run of Parallel.ForEachAsync: workers take items until none is left. As on the platform, each worker that finds an
/// item starts the next one, the first exception cancels the token that the bodies get, and all exceptions are kept.
/// </summary>
internal sealed class AsyncLoop<T>
{
    private readonly Execution execution;
    private readonly IAsyncItems<T> items;
    private readonly Func<T, CancellationToken, ValueTask> body;
    private readonly CancellationToken outer;
    private readonly CancellationTokenSource inner = new();
    private readonly TaskCompletionSource completion = new();
    private readonly SyncState joined = new();
    private readonly List<Exception> exceptions = [];
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private CancellationTokenRegistration registration;
    private int left;
    private int running;

    private AsyncLoop(
        Execution execution, IAsyncItems<T> items, int degree, CancellationToken outer, Func<T, CancellationToken, ValueTask> body)
    {
        this.execution = execution;
        this.items = items;
        this.body = body;
        this.outer = outer;
        left = degree;
    }

    public static Task Run(
        Operation operation,
        IAsyncItems<T> items,
        int maxDegree,
        CancellationToken token,
        Func<T, CancellationToken, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (token.IsCancellationRequested)
            return Task.FromCanceled(token);
        var degree = maxDegree > 0 ? maxDegree : operation.Execution.Limits.Cores;
        var loop = new AsyncLoop<T>(operation.Execution, items, degree, token, body);
        TaskSync.Known(loop.completion.Task);
        items.Begin(loop.inner.Token);
        loop.registration = CancellationTokenModel.Add(
            operation, token, () => CancellationState.Of(Operation.Current!, loop.inner).Fire());
        loop.StartWorker();
        return loop.completion.Task;
    }

    private void StartWorker()
    {
        if (left == 0)
            return;
        left--;
        running++;
        var worker = new Worker(this);
        execution.Spawn(execution.NameFor("Parallel.ForEachAsync"), () =>
        {
            if (context is not null)
                ExecutionContext.Run(context, static worker => ((Worker)worker!).GoOn(), worker);
            else
                worker.GoOn();
        });
    }

    private void Failed(Exception exception)
    {
        exceptions.Add(exception);
        CancellationState.Of(Operation.Current!, inner).Fire();
    }

    private void Ended(Operation operation)
    {
        execution.CatchUp(operation, this);
        joined.Release(operation);
        if (--running > 0)
            return;
        joined.Acquire(operation);
        CancellationTokenRegistrationModel.Dispose(operation, registration);
        AsyncStep.After(operation, items.End(), failure =>
        {
            if (failure is not null)
                exceptions.Add(failure);
            TaskSync.Completing(completion.Task);
            if (outer.IsCancellationRequested)
                completion.TrySetCanceled(outer);
            else if (exceptions.Count > 0)
                completion.TrySetException(exceptions);
            else
                completion.TrySetResult();
        });
    }

    /// <summary>An async method written out by hand: the engine's own code is not woven, and the platform's awaits would leave control.</summary>
    private sealed class Worker(AsyncLoop<T> loop)
    {
        private bool startedNext;

        public void GoOn()
        {
            var operation = Operation.Current!;
            operation.Arrive(loop.items);
            if (loop.inner.IsCancellationRequested)
                loop.Ended(operation);
            else
                loop.items.Next(operation, Found);
        }

        private void Found(AsyncItem<T> next)
        {
            var operation = Operation.Current!;
            if (next.Failure is { } failure)
                loop.Failed(failure);
            if (!next.Found)
            {
                loop.Ended(operation);
                return;
            }

            if (!startedNext)
            {
                startedNext = true;
                loop.StartWorker();
            }

            AsyncStep.After(operation, Body(next.Item!), Done);
        }

        private Task Body(T item)
        {
            try
            {
                Charges.Call();
                var task = loop.body(item, loop.inner.Token);
                return ValueTaskModel.AsTask(ref task);
            }
            catch (Exception e) when (e is not ExecutionAbortedException)
            {
                return Task.FromException(e);
            }
        }

        private void Done(Exception? failure)
        {
            if (failure is null)
            {
                GoOn();
                return;
            }

            loop.Failed(failure);
            loop.Ended(Operation.Current!);
        }
    }
}
