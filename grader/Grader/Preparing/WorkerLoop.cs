using System.Collections.Concurrent;
using Grader.Compiling;
using Grader.Policies;
using Grader.Weaving;
using Judge.Protocol;

namespace Grader.Preparing;

/// <summary>
/// <c>grader compile-worker</c>: answers one request after the other on its standard streams, until its input ends. Every
/// byte of a submission is parsed here, and nothing of it runs.
/// </summary>
internal static class WorkerLoop
{
    public const string Mode = "compile-worker";

    /// <summary>
    /// Less than any thread of the parent has: what is too deep for the parent to read was too deep here first.
    /// </summary>
    private const int StackBytes = 1 << 20;

    private static readonly ConcurrentDictionary<string, Compiler> Compilers = [];

    public static async Task<int> RunAsync()
    {
        var input = Console.OpenStandardInput();
        var output = Console.OpenStandardOutput();
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        var pending = Task.CompletedTask;
        while (await Frames.ReadAsync(input, WorkerJson.Default.CompileRequest, WorkerJson.MostBytes, CancellationToken.None) is { } request)
        {
            await pending;
            pending = AnswerAsync(request, output);
        }

        // The parent is gone, or does not want the answer any more: a compilation that goes on must not stay behind.
        Environment.Exit(0);
        return 0;
    }

    /// <summary>All that is done to a submission before anything runs, in this process.</summary>
    public static CompileAnswer Answer(CompileRequest request)
    {
        var compilation = Compilers.GetOrAdd(request.References, folder => new Compiler(folder)).Compile(request.Name, request.Files);
        if (compilation.Debug is null)
            return new CompileAnswer(compilation, [], null);
        var violations = Policy.Violations(compilation.Debug, request.Policy, request.Files);
        return new CompileAnswer(
            compilation, violations, violations.Count > 0 ? null : Instrument.Submission(compilation.Debug, request.FirstSite));
    }

    private static async Task AnswerAsync(CompileRequest request, Stream output)
    {
        var answer = new TaskCompletionSource<CompileAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    answer.SetResult(Answer(request));
                }
                catch (Exception e)
                {
                    answer.SetResult(CompileAnswer.Failed(CompilerLimits.For(request, e is OutOfMemoryException ? CompilerLimits.Memory : $"it failed ({e.GetType().Name})")));
                }
            },
            StackBytes);
        thread.Start();
        try
        {
            await Frames.WriteAsync(output, await answer.Task, WorkerJson.Default.CompileAnswer, WorkerJson.MostBytes);
        }
        catch (Exception)
        {
            // No answer is an answer as well: the parent asks another worker, once.
            Environment.Exit(1);
        }
    }
}
