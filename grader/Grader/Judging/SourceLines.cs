using System.Reflection.Metadata;
using Grader.Records;
using Interleaving;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// The lines of a submission that have code. Whatever a judge tells of another line was not found there but made up, by the
/// stack trace of an exception for one: as a number that has 31 bits to say something with.
/// </summary>
/// <param name="assembly">The submission with its PDB.</param>
internal sealed class SourceLines(AssemblyImage assembly)
{
    private readonly Lazy<HashSet<(string File, int Line)>> lines = new(() => Read(assembly));

    /// <summary>The judgement without the places that are none.</summary>
    public Judgement Kept(Judgement judgement) => judgement with { Criteria = [.. judgement.Criteria.Select(Kept)] };

    private CriterionJudgement Kept(CriterionJudgement criterion) => criterion with
    {
        Location = criterion.Location is { } told && Has(told.File, told.Line) ? told : null,
        Story = criterion.Story is { } story ? story with { Steps = [.. story.Steps.Select(Kept)] } : null,
    };

    private StoryStep Kept(StoryStep step) =>
        step.File is null || Has(step.File, step.Line) ? step : step with { File = null, Line = 0 };

    private bool Has(string file, int line) => lines.Value.Contains((file, line));

    private static HashSet<(string, int)> Read(AssemblyImage assembly)
    {
        if (assembly.Pdb is null)
            return [];
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(assembly.Pdb));
        var reader = provider.GetMetadataReader();
        return
        [
            .. from method in reader.MethodDebugInformation
               from point in reader.GetMethodDebugInformation(method).GetSequencePoints()
               where !point.IsHidden
               select (Path.GetFileName(reader.GetString(reader.GetDocument(point.Document).Name)), point.StartLine),
        ];
    }
}
