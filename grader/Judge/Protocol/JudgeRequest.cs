using System.Text.Json.Serialization;

namespace Judge.Protocol;

/// <summary>What the parent asks of one judge process: one hidden suite against one submission.</summary>
internal sealed record JudgeRequest
{
    /// <summary>Simple name of the suite's assembly, for example <c>LostUpdate.Suite</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>
    /// What every answer must repeat, new for each judge: who merely finds the descriptor of the answers cannot write one.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>The woven submission and the woven suite (and what else was woven with them).</summary>
    public required IReadOnlyList<AssemblyImage> Woven { get; init; }

    /// <summary>The same assemblies as the compiler left them, optimised, for timing; empty when nothing is timed.</summary>
    public IReadOnlyList<AssemblyImage> Plain { get; init; } = [];

    public ExplorationBudget Exploration { get; init; } = new(200, 1);

    public JudgeLimits Limits { get; init; } = new();

    /// <summary>What this judge and those that are started after it for the same submission may use in all; null when only this one counts.</summary>
    [JsonIgnore]
    public JudgeLimits? Starts { get; init; }

    /// <summary>How to time the suite's workload; null to time nothing.</summary>
    public MeasurementPlan? Measure { get; init; }

    /// <summary>Criterion ids to run; null for all.</summary>
    public IReadOnlyList<string>? Criteria { get; init; }

    /// <summary>
    /// A schedule out of a report (<see cref="TestFinished.Schedule"/>) to run once more instead of searching: it names
    /// its test. Null to search.
    /// </summary>
    public string? Schedule { get; init; }

    /// <summary>What to try in the place of a suite; null to judge.</summary>
    public ProbePlan? Probe { get; init; }

    /// <summary>Whether the suite is one that its reader sees: its tests then go by their names, not by criteria.</summary>
    public bool Visible { get; init; }

    /// <summary>Whether to tell the values that a hidden test passes in, and what exceptions say: for its author's eyes.</summary>
    public bool Reveal { get; init; }

    /// <summary>Whether answers leave out values, and what exceptions say.</summary>
    [JsonIgnore]
    public bool Discreet => !Visible && !Reveal;

    /// <summary>
    /// Whether to run it for nobody, so that the runtime has compiled the engine and the runner when the request that is
    /// meant comes after it. Only for code that its owner runs on his own machine.
    /// </summary>
    public bool Rehearsal { get; init; }

    /// <summary>Whose submission it is: what one owner handed in may be judged in one process, one after another. Null for a process of its own.</summary>
    [JsonIgnore]
    public string? Owner { get; init; }

    /// <summary>Whether another request may follow in the same process.</summary>
    public bool Shared { get; init; }
}
