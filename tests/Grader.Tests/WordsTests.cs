using System.Text.RegularExpressions;
using Interleaving.NUnit;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Tests;

/// <summary>
/// What happened is data until it is told, and words are made once, at the end: nothing compares a text with words that a person reads. That
/// each kind of event has its words is held by the compiler (<c>EventFormatter</c> and <c>WaitFormatter</c> have no arm for the rest).
/// </summary>
public sealed partial class WordsTests
{
    /// <summary>Words that other programs make, and give in no other form.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        [""" in (?<file>.+):line (?<line>\d+)"""] = "stack traces",
        [@"^ *at (?!Interleaving\.).*? in (.+):line ([0-9]{1,7})(?=\s|$)"] = "stack traces",
        [" (Parameter '"] = "the platform, of an argument",
        ["Out of memory"] = "the runtime, of a process that ends",
        ["Stack overflow"] = "the runtime, of a process that ends",
        [" Path: "] = "the reader of JSON, of its place",
        [" LineNumber: "] = "the reader of JSON, of its place",
        ["Points Possible"] = "Canvas, in its export",
        ["Manual Posting"] = "Canvas, in its export",
        ["new "] = "code, in the tables of what is refused",
        ["another member of "] = "code, in the tables of what is refused",
        ["Schedules = 1000${rest}"] = "code of a suite",
        ["""Schedule = "(?<schedule>[^"]*)"(?<rest>[^\]\n]*\][^\n]*\n\s*public (async )?[\w<>]+ (?<test>\w+)\()"""] = "code of a suite",
    };

    private static readonly HashSet<string> Comparing =
    [
        "StartsWith", "EndsWith", "Contains", "IndexOf", "LastIndexOf", "Equals", "op_Equality", "op_Inequality", "Compare", "CompareOrdinal", "Split",
        "SequenceEqual", "IsMatch", "Match", "Matches",
    ];

    [Test]
    public void Nothing_is_decided_by_words() => Compared().Where(found => !Foreign.ContainsKey(found.Words))
        .Select(found => $"{found.Method} compares with \"{found.Words}\"").ShouldBeEmpty();

    [Test]
    public void Whose_words_are_read_is_said_of_none_that_are_not() => Foreign.Keys.Except(Compared().Select(found => found.Words)).ShouldBeEmpty();

    [Test]
    public void The_page_decides_nothing_by_words() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "grader", "Grader", "Reporting", "Page"), "*.js")
        .SelectMany(file => Comparison().Matches(File.ReadAllText(file)).Where(match => IsProse(match.Groups["words"].Value)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
        .ShouldBeEmpty();

    private static IEnumerable<(string Method, string Words)> Compared()
    {
        foreach (var assembly in new[] { typeof(Interleaving.Story), typeof(InterleavedAttribute), typeof(Judge.Verdict), typeof(Pipeline) })
        {
            using var module = ModuleDefinition.ReadModule(assembly.Assembly.Location);
            foreach (var method in module.GetTypes().SelectMany(type => type.Methods))
            {
                foreach (var words in Compared(method).Where(IsProse))
                    yield return (method.FullName, words);
            }
        }
    }

    private static IEnumerable<string> Compared(MethodDefinition method)
    {
        foreach (var pattern in method.CustomAttributes.Where(attribute => attribute.AttributeType.Name == nameof(GeneratedRegexAttribute)))
            yield return (string)pattern.ConstructorArguments[0].Value;
        if (!method.HasBody)
            yield break;
        foreach (var call in method.Body.Instructions.Where(instruction => instruction.Operand is MethodReference called && IsComparison(called)))
        {
            // The text that is compared with stands among the arguments right before the call.
            var at = call.Previous;
            for (var left = 4; left > 0 && at is not null and not { Operand: MethodReference }; left--, at = at.Previous)
            {
                if (at is { OpCode.Code: Code.Ldstr, Operand: string text })
                    yield return text;
            }
        }
    }

    private static bool IsComparison(MethodReference called) =>
        (called.DeclaringType.FullName is "System.String" or "System.MemoryExtensions" && Comparing.Contains(called.Name))
        || called.DeclaringType.FullName == "System.Text.RegularExpressions.Regex";

    private static bool IsProse(string text) => Prose().IsMatch(text);

    /// <summary>A word with a blank before or behind it.</summary>
    [GeneratedRegex("[A-Za-z]{2,}[.,:]? | [A-Za-z]{2,}")]
    private static partial Regex Prose();

    [GeneratedRegex("""(startsWith|endsWith|includes|indexOf|match|test|[!=]==)\s*\(?\s*(?<quote>['"`/])(?<words>.*?)\k<quote>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Comparison();
}
