using Grader.Records;
using Interleaving.Weaving;
using Judge.Protocol;

namespace Grader.Weaving;

/// <summary>Puts assemblies under the engine's control.</summary>
internal static class Instrument
{
    /// <summary>Weaves a submission. What the engine cannot control becomes findings, and then there is no woven form.</summary>
    /// <param name="assembly">What to weave, with its PDB.</param>
    /// <param name="firstSite">The number of its first place, behind those of the suite that it is to run with.</param>
    public static Woven Submission(AssemblyImage assembly, int firstSite) => Weave(assembly, new WeaveOptions { FirstSite = firstSite });

    /// <summary>Weaves a student's sources together with the tests that are seen.</summary>
    public static Woven Tests(AssemblyImage assembly) => Weave(assembly, new WeaveOptions());

    /// <summary>Weaves a hidden suite. In what a student is shown, none of its files and tests has a name.</summary>
    /// <param name="assembly">What to weave, with its PDB.</param>
    /// <param name="reference">The image of the reference solution that it was built against; null when there is none.</param>
    public static Woven Suite(AssemblyImage assembly, byte[]? reference) =>
        Weave(assembly, new WeaveOptions { Alias = "the hidden test", References = reference is null ? [] : [reference] });

    private static Woven Weave(AssemblyImage assembly, WeaveOptions options)
    {
        var woven = Weaver.Weave(assembly.Pe, assembly.Pdb, options);
        return woven.Unsupported.Count == 0
            ? new Woven(new AssemblyImage(woven.Name, woven.Bytes, woven.Pdb), [], woven.NextSite)
            : new Woven(null, [.. woven.Unsupported.Select(use => Finding(use, assembly.Name)).Distinct()], woven.NextSite);
    }

    private static Finding Finding(Unsupported use, string assembly) => new(
        use.File.Length == 0 ? assembly : Path.GetFileName(use.File),
        use.Line,
        $"{use.Api} is not under the engine's control, so no interleaving with it could be repeated; use {Substitutes.For(use.Api)}");
}
