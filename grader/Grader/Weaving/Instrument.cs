using Grader.Records;
using Interleaving.Weaving;
using Judge.Protocol;

namespace Grader.Weaving;

/// <summary>Puts assemblies under the engine's control.</summary>
internal static class Instrument
{
    /// <summary>Weaves an assembly. What the engine cannot control becomes findings, and then there is no woven form.</summary>
    /// <param name="assembly">What to weave, with its PDB.</param>
    /// <param name="firstSite">The number of its first place; two assemblies that run together must not share any.</param>
    /// <param name="references">Images of assemblies that it names, beside the platform's and the grader's own.</param>
    public static Woven Weave(AssemblyImage assembly, int firstSite, IReadOnlyList<byte[]> references)
    {
        var woven = Weaver.Weave(
            assembly.Pe, assembly.Pdb, new WeaveOptions { FirstSite = firstSite, References = references });
        return woven.Unsupported.Count == 0
            ? new Woven(new AssemblyImage(woven.Name, woven.Bytes, woven.Pdb), [], woven.NextSite)
            : new Woven(null, [.. woven.Unsupported.Select(use => Finding(use, assembly.Name)).Distinct()], woven.NextSite);
    }

    private static Finding Finding(Unsupported use, string assembly) => new(
        use.File.Length == 0 ? assembly : Path.GetFileName(use.File),
        use.Line,
        $"{use.Api} is not under the engine's control, so no interleaving with it could be repeated; use {Substitutes.For(use.Api)}");
}
