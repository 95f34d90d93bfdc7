using System.Text.RegularExpressions;
using Grader.Records;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>Finds the line of a violation: by its sequence point, or where the source declares the name.</summary>
internal sealed class LineFinder(IReadOnlyList<SourceFile> files)
{
    private readonly List<(string File, string[] Lines)> sources =
        [.. files.Select(file => (file.Name, file.Text.ReplaceLineEndings("\n").Split('\n')))];

    public Finding Finding(Violation violation)
    {
        var (file, line) = Instruction(violation) ?? Declaration(violation.Within)
            ?? (sources.Count == 1 ? sources[0].File : "the submission", 0);
        return new Finding(file, line, violation.Message);
    }

    private static (string, int)? Instruction(Violation violation)
    {
        if (violation is not { At: { } at, Within: MethodDefinition method })
            return null;
        var point = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden && point.Offset <= at.Offset).MaxBy(point => point.Offset);
        return point is null ? null : (Name(point.Document), point.StartLine);
    }

    /// <summary>The first line that has the name as a word, best in a declaration.</summary>
    private (string, int)? Declaration(MemberReference? member)
    {
        if (member is null)
            return null;
        var name = Word(member);
        var declaring = new Regex($@"\b(class|struct|record|interface|enum|delegate|extern|static)\b.*(?<!\w){Regex.Escape(name)}(?!\w)");
        var word = new Regex($@"(?<!\w){Regex.Escape(name)}(?!\w)");
        return Search(declaring) ?? Search(word);
    }

    /// <summary>What the source calls it: a finalizer, a constructor and a type go by the type's name.</summary>
    private static string Word(MemberReference member)
    {
        var name = member is MethodDefinition { Name: "Finalize" } ? $"~{Declarations.NameOf(member.DeclaringType)}"
            : member.Name is ".ctor" or ".cctor" ? Declarations.NameOf(member.DeclaringType) : Declarations.NameOf(member);
        return name.Split('.')[^1];
    }

    private (string, int)? Search(Regex pattern)
    {
        foreach (var (file, lines) in sources)
        {
            if (Array.FindIndex(lines, pattern.IsMatch) is >= 0 and var index)
                return (file, index + 1);
        }

        return null;
    }

    private static string Name(Document document) => Path.GetFileName(document.Url);
}
