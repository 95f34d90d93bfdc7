namespace Interleaving.Tests;

/// <summary>A woven program's entry point, explored: <c>static class P { public static async Task Run() { … } }</c>.</summary>
internal static class Program
{
    /// <summary>Explores <c>P.Run</c>, which returns nothing or a task and throws when something is wrong.</summary>
    public static Exploration Explore(string source, ExplorationOptions? options = null)
    {
        var snippet = Snippet.Load(source);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        var run = snippet.Assembly.GetTypes().Select(type => type.GetMethod("Run")).First(method => method is not null)!;
        return run.ReturnType == typeof(void)
            ? Explorer.Explore(run.CreateDelegate<Action>(), options)
            : Explorer.Explore(run.CreateDelegate<Func<Task>>(), options);
    }

    /// <summary>The statements as the body of <c>Run</c>, with <c>Check.That</c> and <c>Clock</c> at hand.</summary>
    public static string Of(string statements, string members = "") => $$"""
        using System.Diagnostics; using System.Collections.Concurrent;
        public static class Check
        {
            public static void That(bool holds, string otherwise) { if (!holds) throw new InvalidOperationException(otherwise); }
        }
        public static class P
        {
            public static async Task Run()
            {
                var watch = Stopwatch.StartNew();
                await Task.CompletedTask;
        {{statements}}
                _ = watch;
            }
        {{members}}
        }
        """;

    public static void Accepts(string statements, string members = "")
    {
        var exploration = Explore(Of(statements, members));
        exploration.Message.ShouldBe("");
        exploration.Failure.ShouldBeNull();
    }

    public static Exploration Catches(FailureKind kind, string statements, string members = "")
    {
        var exploration = Explore(Of(statements, members));
        exploration.Failure.ShouldBe(kind, exploration.Message);
        return exploration;
    }
}
