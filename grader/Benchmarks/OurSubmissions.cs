using Grader;
using Grader.Preparing;
using Grader.Records;

namespace Benchmarks;

/// <summary>Every reference, alternative and fault of the repository, as a request to compile it.</summary>
internal static class OurSubmissions
{
    public static List<CompileRequest> Read(Workspace workspace) =>
    [
        .. workspace.Grading.Katas.SelectMany(kata => Directory
            .GetFiles(Path.Combine(workspace.Root, "solutions", kata.Id), "*.cs", SearchOption.AllDirectories)
            .Select(path => new CompileRequest(
                workspace.References, kata.Name, [new SourceFile(kata.Files[0], File.ReadAllText(path))], kata.Policy, 0))),
    ];
}
