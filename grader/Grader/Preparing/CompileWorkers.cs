using System.Collections.Concurrent;

namespace Grader.Preparing;

/// <summary>
/// The compile workers of this process. A worker that has answered is kept warm for the next submission; one that has not
/// is replaced.
/// </summary>
internal static class CompileWorkers
{
    /// <summary>For the first submission of a process, which takes it about one second: the compiler itself is compiled.</summary>
    private static readonly TimeSpan MostAtFirst = TimeSpan.FromSeconds(10);

    /// <summary>For each further one, which takes some hundredths of a second.</summary>
    private static readonly TimeSpan MostLater = TimeSpan.FromSeconds(4);

    private static readonly ConcurrentBag<CompileWorker> Idle = [];

    /// <summary>Compiling takes a processor whole, so it is quicker to wait for a warm worker than to start one more.</summary>
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    /// <summary>
    /// What a worker makes of the request. If the worker dies of it, a fresh one is asked once more: the first may have been worn out by the
    /// submissions before.
    /// </summary>
    public static async Task<CompileAnswer> AskAsync(CompileRequest request, CancellationToken cancellation) =>
        await TryAskAsync(request, cancellation)
        ?? await TryAskAsync(request, cancellation)
        ?? CompileAnswer.Failed(CompilerLimits.For(request, CompilerLimits.Stack));

    private static async Task<CompileAnswer?> TryAskAsync(CompileRequest request, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            return await TryAskAsync(Take(), request, cancellation);
        }
        finally
        {
            Places.Release();
        }
    }

    private static async Task<CompileAnswer?> TryAskAsync(CompileWorker worker, CompileRequest request, CancellationToken cancellation)
    {
        CompileAnswer? answer = null;
        try
        {
            answer = await worker.AskAsync(request, worker.IsWarm ? MostLater : MostAtFirst, cancellation);
            return answer;
        }
        finally
        {
            if (answer is not null && worker.IsAlive)
                Idle.Add(worker);
            else
                worker.Dispose();
        }
    }

    private static CompileWorker Take()
    {
        while (Idle.TryTake(out var worker))
        {
            if (worker.IsAlive)
                return worker;
            worker.Dispose();
        }

        return new CompileWorker();
    }
}
