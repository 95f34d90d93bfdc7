using Grader.Configuration;
using Grader.Records;
using Judge.Protocol;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>
/// What a submission may be made of. It looks at what the compiler emitted, so no way of writing hides anything: the
/// metadata's tables name all of the platform that is used, and the bodies tell where.
/// </summary>
internal static class Policy
{
    private const int MostFindings = 20;

    /// <summary>Each violation once, with its line, the reason and what to use instead; in the order of the lines.</summary>
    /// <param name="assembly">A submission, unoptimised and with its PDB.</param>
    /// <param name="kata">What its kata allows and forbids besides.</param>
    /// <param name="files">What it was compiled from.</param>
    public static IReadOnlyList<Finding> Violations(AssemblyImage assembly, KataPolicy? kata, IReadOnlyList<SourceFile> files)
    {
        var rules = RuleBook.Of(kata);
        using (var module = Read(assembly, symbols: false))
        {
            if (!All(module, rules).Any())
                return [];
        }

        // Only what is refused needs its lines.
        using var withLines = Read(assembly, symbols: assembly.Pdb is not null);
        var lines = new LineFinder(files);
        return
        [
            .. All(withLines, rules).Select(violation => lines.Finding(violation)).Distinct()
                .OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).Take(MostFindings),
        ];
    }

    private static IEnumerable<Violation> All(ModuleDefinition module, RuleBook rules) =>
        [.. Declarations.Violations(module, rules), .. Uses.Violations(module, rules), .. Inheritance.Violations(module), .. Bodies.Violations(module)];

    private static ModuleDefinition Read(AssemblyImage assembly, bool symbols) => ModuleDefinition.ReadModule(
        new MemoryStream(assembly.Pe),
        new ReaderParameters(ReadingMode.Deferred)
        {
            ReadSymbols = symbols,
            SymbolStream = symbols ? new MemoryStream(assembly.Pdb!) : null,
            SymbolReaderProvider = symbols ? new PortablePdbReaderProvider() : null,
        });
}
