using Benchmarks;

namespace Interleaving.Tests.Models;

/// <summary>
/// Explores a small program given as text: the members of a class, with a <c>Run</c> to start from. Each execution has an instance of
/// its own. A longer one is a method of the corpus.
/// </summary>
internal static class Woven
{
    /// <summary>Expects no schedule to fail.</summary>
    public static Exploration ShouldHold(string members, ExplorationOptions? options = null) => Holding(Explore(members, options));

    /// <inheritdoc cref="ShouldHold(string, ExplorationOptions?)"/>
    public static Exploration ShouldHold(CorpusProgram program, ExplorationOptions? options = null) => Holding(Explore(program, options));

    /// <summary>Expects a schedule to fail in just this way.</summary>
    public static Exploration ShouldFail(string members, FailureKind kind, ExplorationOptions? options = null) =>
        Failing(Explore(members, options), kind);

    /// <inheritdoc cref="ShouldFail(string, FailureKind, ExplorationOptions?)"/>
    public static Exploration ShouldFail(CorpusProgram program, FailureKind kind, ExplorationOptions? options = null) =>
        Failing(Explore(program, options), kind);

    public static Exploration Explore(string members, ExplorationOptions? options = null)
    {
        var isAsync = members.Contains("Task Run(", StringComparison.Ordinal);
        var snippet = Snippet.Load($$"""
            using System.Collections; using System.Collections.Concurrent; using System.Collections.Immutable; using System.Diagnostics;
            using System.Runtime.CompilerServices; using System.Text; using System.Threading.Channels;
            public sealed class P
            {
            public static {{(isAsync ? "Task" : "void")}} Start() => new P().Run();
            static void Check(bool holds, string what = "") { if (!holds) throw new Exception("does not hold: " + what); }
            static T Throws<T>(Action act) where T : Exception
            {
                try { act(); } catch (T e) { return e; }
                throw new Exception("no " + typeof(T).Name);
            }
            {{members}}
            }
            """);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        options ??= Default();
        return isAsync
            ? Explorer.Explore(snippet.Method<Func<Task>>("Start"), options)
            : Explorer.Explore(snippet.Method<Action>("Start"), options);
    }

    private static Exploration Explore(CorpusProgram program, ExplorationOptions? options) => program.Explore(options ?? Default());

    private static ExplorationOptions Default() => new() { Schedules = 200 };

    private static Exploration Holding(Exploration exploration)
    {
        exploration.Failure.ShouldBeNull($"{exploration.Message}\n{exploration.Exception}\n{exploration.Interleaving}");
        return exploration;
    }

    private static Exploration Failing(Exploration exploration, FailureKind kind)
    {
        exploration.Failure.ShouldBe(kind, $"{exploration.Message}\n{exploration.Exception}");
        return exploration;
    }
}
