using Grader.Records;

namespace Grader.Preparing;

/// <summary>What a student is told whose code the compiler could not stand.</summary>
internal static class CompilerLimits
{
    public const string Memory = "its memory ran out";
    public const string Stack = "it gave up";

    public static string Time(TimeSpan most) => $"it was stopped after {most.TotalSeconds} s of processor time";

    public static Finding For(CompileRequest request, string what) => new(
        request.Files[0].Name, 0,
        $"is too much for the compiler: {what}; look for very deep nesting, very long expressions, constants that grow, "
        + "or types that contain themselves, and take them apart");
}
