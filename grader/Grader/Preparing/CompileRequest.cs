using Grader.Configuration;
using Grader.Records;

namespace Grader.Preparing;

/// <summary>What a compile worker is asked. It holds nothing that a student may not see.</summary>
/// <param name="References">The folder of the assemblies to compile against.</param>
/// <param name="Name">Of the kata, and so of the assembly.</param>
/// <param name="Files">What was handed in.</param>
/// <param name="Policy">What the kata allows and forbids besides.</param>
/// <param name="FirstSite">The number of the first place to weave.</param>
internal sealed record CompileRequest(
    string References, string Name, IReadOnlyList<SourceFile> Files, KataPolicy? Policy, int FirstSite);
