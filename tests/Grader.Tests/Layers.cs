namespace Grader.Tests;

/// <summary>
/// Which folder of a project may use which, from the bottom up: a row names only rows before it, so there is no circle. A folder stands
/// for those within it.
/// </summary>
/// <param name="root">The namespace of the project's own folder, which the row without a name stands for.</param>
/// <param name="rows">Each folder, and those that it may use.</param>
internal sealed class Layers(string root, params (string Folder, string Uses)[] rows)
{
    /// <summary>Types of the project's own folder that every other folder may use: data, whatever the rest of that folder joins.</summary>
    public const string Contract = "(contract)";

    private static readonly Dictionary<string, Layers> Known = new(StringComparer.Ordinal)
    {
        ["Interleaving"] = new Layers(
            "Interleaving",
            ("Naming", ""),
            ("SourceMap", "Naming"),
            ("Platform", ""),
            ("Memory", "Platform"),
            ("Scheduling", "SourceMap Platform Memory Naming"),
            ("Strategies", "SourceMap Memory Naming Scheduling"),
            ("Races", "SourceMap Platform Memory Scheduling"),

            // One layer: a channel is made of semaphores, a task of cancellation, a loop of tasks.
            ("Models", "SourceMap Platform Memory Naming Scheduling Races"),
            ("Instrumentation", "SourceMap Platform Memory Scheduling Races Models"),
            ("Weaving", "SourceMap Platform Naming Scheduling Models Instrumentation"),
            ("Linearizability", "Naming Scheduling Models"),
            ("Frameworks", "Scheduling Models Weaving"),
            ("Counterexamples", "SourceMap Platform Memory Naming Scheduling Strategies Models Frameworks"),
            ("Exploring", "SourceMap Naming Scheduling Strategies Races Models Instrumentation Weaving Frameworks Counterexamples"),
            ("", "Naming Scheduling Strategies Races Models Weaving Linearizability Frameworks Counterexamples Exploring"))
        {
            // What a caller gives and gets, and what a test framework brings.
            Types =
            [
                "Boundary", "CoreUse", "CoresOptions", "Ending", "EndingKind", "Exploration", "ExplorationFailedException", "ExplorationOptions",
                "ExplorationText", "Failure", "FailureKind", "IInterleaved", "IWorkload", "InterleavingTable", "NotLinearizableException",
                "ParallelProfile", "RunVariables", "Story", "StoryStep", "StoryStepKind", "Strategy", "TestFramework", "TestFrameworkAttribute",
                "TextWidth", "VirtualTimeException", "WeavingAttribute", "WeavingScope", "Wrapping",
            ],

            // How wide a failure is written depends on where the messages of tests are read.
            Exceptions = ["Interleaving.ExplorationText uses Interleaving.Frameworks.Terminal"],
        },
        ["Interleaving.NUnit"] = new Layers("Interleaving.NUnit", ("", "")),
        ["Judge"] = new Layers(
            "Judge",
            ("", ""),
            ("Protocol", ""),
            ("Confining", "Protocol"),
            ("Hosting", "Protocol"),
            ("Measuring", "Protocol Hosting"),
            ("Suites", "Protocol Hosting"))
        {
            Types = ["Verdict"],
        },
        ["grader"] = new Layers(
            "Grader",
            ("Verdicts", ""),
            ("Configuration", "Verdicts"),
            ("Records", "Configuration"),
            ("Intake", "Configuration Records"),
            ("Compiling", "Records"),
            ("Policies", "Configuration Records"),
            ("Weaving", "Configuration Records"),
            ("Processes", ""),
            ("Judging", "Records Processes"),
            ("Measuring", "Records"),
            ("Profiling", "Records"),
            ("Preparing", "Configuration Records Compiling Policies Weaving Processes"),
            ("Scoring", "Verdicts Configuration Records Judging"),
            ("Reporting", "Verdicts Configuration Records"),
            ("", "Configuration Records Weaving Judging Measuring Profiling Preparing Scoring Reporting"),
            ("Exporting", "Configuration Weaving"),
            ("Authoring", "Configuration"),
            ("Watching", "Records Compiling Weaving Judging Reporting"),
            ("Checking", "Verdicts Configuration Records Intake Judging Watching"),
            ("Commands", "Verdicts Configuration Records Intake Weaving Judging Reporting Exporting Authoring Watching Checking <root>"))
        {
            Types = ["WrongUseException", "RunSettings"],
        },
    };

    public static IEnumerable<string> Assemblies => Known.Keys;

    public string Root => root;

    public IReadOnlyList<(string Folder, string Uses)> Rows => rows;

    /// <summary>Uses that go against the table, each with its reason.</summary>
    public string[] Exceptions { get; init; } = [];

    private string[] Types { get; init; } = [];

    public static Layers Of(string assembly) => Known[assembly];

    /// <summary>What a row allows; the project's own folder is written <c>&lt;root&gt;</c> there.</summary>
    public static IEnumerable<string> Allowed((string Folder, string Uses) row) =>
        row.Uses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(folder => folder == "<root>" ? "" : folder);

    /// <summary>The row that a type belongs to.</summary>
    /// <param name="space">Its namespace.</param>
    /// <param name="name">Its name, without arguments.</param>
    public string Place(string space, string name) => space == root
        ? Array.IndexOf(Types, name) >= 0 ? Contract : ""
        : space[(root.Length + 1)..].Split('.')[0];

    public bool Allows(string from, string to) => to == Contract || rows.Any(row => row.Folder == from && Allowed(row).Contains(to));
}
