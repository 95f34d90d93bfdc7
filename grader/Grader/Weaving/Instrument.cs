using Grader.Records;
using Judge.Protocol;

namespace Grader.Weaving;

/// <summary>Puts assemblies under the engine's control.</summary>
internal sealed class Instrument
{
    /// <summary>Places of a suite are numbered from here; those of a submission come behind them.</summary>
    public const int SuiteSites = 0;

    /// <summary>More places than a suite has.</summary>
    public const int SubmissionSites = 1 << 16;

    /// <param name="assembly">What to weave, with its PDB.</param>
    /// <param name="firstSite">The number of its first place.</param>
    /// <param name="references">Files of assemblies that it names, beside the platform's and the grader's own.</param>
    public Woven Weave(AssemblyImage assembly, int firstSite, IReadOnlyList<string> references) => new(assembly, []);
}
