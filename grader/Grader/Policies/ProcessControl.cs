using Grader.Records;
using Judge.Protocol;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>No kata is about the process that it runs in: ending it, or reaching out of it, is refused before it happens.</summary>
internal static class ProcessControl
{
    private static readonly (string Type, string Member, string Instead)[] Refused =
    [
        ("System.Environment", "Exit", "throw an exception, or return"),
        ("System.Environment", "FailFast", "throw an exception"),
        ("System.Threading.ThreadPool", "SetMinThreads", "await instead of blocking; the pool then needs no more threads"),
        ("System.Threading.ThreadPool", "SetMaxThreads", "a SemaphoreSlim to limit how much runs at a time"),
        ("System.Diagnostics.Process", "*", "nothing: no kata starts or asks processes"),
        ("System.Runtime.InteropServices.NativeLibrary", "*", "nothing: no kata calls native code"),
    ];

    public static IReadOnlyList<Finding> Violations(AssemblyImage assembly)
    {
        var reading = new ReaderParameters { ReadSymbols = assembly.Pdb is not null };
        if (assembly.Pdb is { } pdb)
            reading.SymbolStream = new MemoryStream(pdb);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly.Pe), reading);
        return [.. module.GetTypes().SelectMany(type => type.Methods).SelectMany(OfMethod).Distinct()];
    }

    private static IEnumerable<Finding> OfMethod(MethodDefinition method)
    {
        if (method.IsPInvokeImpl)
            yield return new Finding(File(method), 0, $"{method.Name} calls native code, which no kata needs; write it in C#");
        if (!method.HasBody)
            yield break;
        SequencePoint? at = null;
        foreach (var instruction in method.Body.Instructions)
        {
            at = method.DebugInformation.GetSequencePoint(instruction) is { IsHidden: false } here ? here : at;
            if (instruction.Operand is not MethodReference called)
                continue;
            foreach (var (type, member, instead) in Refused)
            {
                if (called.DeclaringType.FullName == type && (member == "*" || member == called.Name))
                {
                    yield return new Finding(
                        at is null ? File(method) : Path.GetFileName(at.Document.Url), at?.StartLine ?? 0,
                        $"{called.DeclaringType.Name}.{called.Name} is not allowed; use {instead}");
                }
            }
        }
    }

    private static string File(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.FirstOrDefault()?.Document.Url is { } url ? Path.GetFileName(url) : "the submission";
}
