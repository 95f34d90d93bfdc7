using Interleaving;

namespace Judge.Protocol;

/// <summary>The result of one test.</summary>
internal sealed record TestFinished : JudgeFrame
{
    /// <summary>See <see cref="TestFound.Index"/>.</summary>
    public required int Index { get; init; }

    public required string Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What happened, in words; empty for an accepted test.</summary>
    public string Message { get; init; } = "";

    /// <summary>Where it happened, as far as that is known.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Makes <see cref="JudgeRequest.Schedule"/> show the same interleaving again; empty when nothing failed.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The failing interleaving; null when there is none. Whoever shows it as a table draws it.</summary>
    public Story? Story { get; init; }

    /// <summary>Schedules tried.</summary>
    public int Schedules { get; init; }

    /// <summary>"complete within 2 preemptions: 348 schedules", when the search can honestly say so; else empty.</summary>
    public string Complete { get; init; } = "";

    /// <summary>Whether a failure could not be repeated, or something ran that was not under control.</summary>
    public bool Doubtful { get; init; }

    public double Seconds { get; init; }

    /// <summary>Work and span of what the test ran under <c>Cores.Run</c>, in order.</summary>
    public IReadOnlyList<ParallelismSample> Parallelism { get; init; } = [];
}
