using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Interleaving.Weaving;
using Judge.Hosting;
using Judge.Protocol;

namespace Judge.Suites;

/// <summary>Whose fault it is that a judge cannot go on. A submission must not get off by breaking its judge.</summary>
internal static class Blame
{
    /// <summary>The last frame of a judge that <paramref name="exception"/> has ended.</summary>
    /// <param name="exception">What was thrown past the tests.</param>
    /// <param name="suite">Simple name of the suite; null while nothing of a submission can have run.</param>
    public static JudgeFinished Of(Exception exception, string? suite) => exception switch
    {
        SuiteMismatchException => new JudgeFinished(Verdict.CompileError, exception.Message),
        // Before anything of the submission ran, there was room for all that the judge itself needs.
        OutOfMemoryException when suite is not null => new JudgeFinished(Verdict.MemoryLimit, "Stopped: the memory ran out."),
        _ when suite is not null && Comes(exception, suite) => new JudgeFinished(
            Verdict.Crash, $"{exception.GetType().Name} was thrown where no test could catch it, by code that is called behind the tests' back: "
            + "a property of an exception, say."),
        _ => new JudgeFinished(Verdict.JudgeError, exception.ToString()) { Reason = exception.Message.ReplaceLineEndings("\n").Split('\n')[0] },
    };

    /// <summary>Whether code of the submission threw it, or let it through.</summary>
    private static bool Comes(Exception exception, string suite) =>
        new StackTrace(exception).GetFrames().Any(frame => frame.GetMethod() is { } method && IsSubmission(method.Module.Assembly, suite))
        || IsSubmission(exception.GetType().Assembly, suite)
        || (exception.InnerException is { } inner && Comes(inner, suite));

    private static bool IsSubmission(Assembly assembly, string suite) =>
        AssemblyLoadContext.GetLoadContext(assembly) is WovenContext or ImageContext && assembly.GetName().Name != suite;
}
