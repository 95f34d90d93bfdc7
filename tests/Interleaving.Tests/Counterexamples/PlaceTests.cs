using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Tests.Counterexamples;

/// <summary>The programs of tests/Corpus/Places.cs, as Debug and Release compile them: what is told is the line that threw.</summary>
[NonParallelizable]
public sealed class PlaceTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "../../Corpus/Places.cs"));
    private static readonly Lazy<Snippet> Plain = new(() => Load(optimise: false, debuggable: true));
    private static readonly Lazy<Snippet> Optimised = new(() => Load(optimise: true, debuggable: true));
    private static readonly Lazy<Snippet> Fast = new(() => Load(optimise: false, debuggable: false));

    private static IEnumerable<string> Programs() =>
        Lines.Where(line => line.Contains("// of ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("// of ", StringComparison.Ordinal) + 6)..]).Distinct();

    [TestCaseSource(nameof(Programs))]
    public void The_place_is_the_line_that_threw(string program)
    {
        foreach (var snippet in (Snippet[])[Plain.Value, Optimised.Value])
            Check(snippet, program);
    }

    /// <summary>
    /// As the grader runs it. Where the processor itself finds a null, the runtime looks for the line one byte before the instruction that
    /// failed, and may find the statement before.
    /// </summary>
    [TestCaseSource(nameof(Programs))]
    public void So_it_is_in_fast_machine_code(string program)
    {
        if (program != nameof(Corpus.Places.No_object_there))
            Check(Fast.Value, program);
    }

    [Test]
    public void What_is_thrown_in_a_task_is_told_there_and_then()
    {
        var story = Explore(Optimised.Value, nameof(Corpus.Places.Thrown_in_a_task)).Story!;
        var failing = story.Steps.Single(step => step.Fails);
        story.Lanes[failing.Lane].ShouldNotBe("main");
        failing.At.ShouldBe(TimeSpan.Zero);
        failing.Kind.ShouldBe(StoryStepKind.Fail);
    }

    [Test]
    public void A_deadlock_has_no_other_place_than_those_that_it_names()
    {
        var exploration = Explore(Plain.Value, nameof(Corpus.Places.Two_locks_in_two_orders));
        exploration.Message.ShouldContain($"Snippet.cs:{exploration.Line}");
        ExplorationText.Failure(exploration, "").ShouldNotContain("\nat ");
    }

    [Test]
    public void A_blocked_context_is_named_with_its_thread()
    {
        var exploration = Explore(Plain.Value, nameof(Corpus.Places.A_blocked_context));
        Lines[exploration.Line - 1].ShouldContain(".Wait()");
        exploration.Message.ShouldNotContain("nobody completes");
        exploration.Message.ShouldContain("goes on after its await at Snippet.cs:");
        exploration.Message.ShouldContain("when Queueing runs what was posted to it, and main, the thread of that context, waits at Snippet.cs:");
    }

    private static void Check(Snippet snippet, string program)
    {
        var exploration = Explore(snippet, program);
        exploration.File.ShouldBe("/src/Snippet.cs", exploration.Message);
        Lines[exploration.Line - 1].ShouldEndWith($"// of {program}", customMessage: $"{exploration.Message}\n{exploration.Interleaving}");
        foreach (var row in exploration.Story?.Steps.Where(step => step.Fails) ?? [])
            Lines[row.Line - 1].ShouldEndWith($"// of {program}", customMessage: exploration.Interleaving);
    }

    private static Exploration Explore(Snippet snippet, string program)
    {
        var method = snippet.Assembly.GetType("Corpus.Places", throwOnError: true)!.GetMethod(program, BindingFlags.Public | BindingFlags.Static)!;
        var exploration = method.ReturnType == typeof(void)
            ? Explorer.Explore(method.CreateDelegate<Action>())
            : Explorer.Explore(method.CreateDelegate<Func<Task>>());
        exploration.Failure.ShouldNotBeNull();
        return exploration;
    }

    private static Snippet Load(bool optimise, bool debuggable) => Snippet.LoadNew(
        string.Join('\n', Lines).Replace("FailureKind.", "Interleaving.FailureKind.", StringComparison.Ordinal) + """

        public sealed class BrokenAttribute(Interleaving.FailureKind kind) : Attribute
        {
            public Interleaving.FailureKind Kind { get; } = kind;
        }
        """,
        optimise,
        debuggable);

    private static string Here([CallerFilePath] string path = "") => path;
}
