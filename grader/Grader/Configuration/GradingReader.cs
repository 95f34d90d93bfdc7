using System.Text.Json;

namespace Grader.Configuration;

/// <summary>Reads grading.json, and says of an invalid one where it is wrong and what would mend it.</summary>
internal static class GradingReader
{
    private static readonly JsonDocumentOptions Reading = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <exception cref="WrongUseException">The file cannot be read or is invalid; all that is wrong is told at once.</exception>
    public static Grading Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path} cannot be read: {e.Message}");
        }
    }

    public static Grading Parse(string json, string file = "grading.json")
    {
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            Refuse(file, Shape.Problems(document.RootElement, typeof(Grading)));
            var grading = document.RootElement.Deserialize<Grading>(GradingJson.Options)!;
            Refuse(file, Rules.Problems(grading));
            return grading;
        }
        catch (JsonException e)
        {
            var at = e.LineNumber is { } line ? $"line {line + 1}" : e.Path ?? "$";
            throw new WrongUseException($"{file}: {at}: {Plain(e.Message)}");
        }
    }

    private static void Refuse(string file, IEnumerable<string> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
            throw new WrongUseException(string.Join('\n', all.Select(problem => $"{file}: {problem}")));
    }

    /// <summary>The serializer appends its own coordinates, which count from 0.</summary>
    private static string Plain(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" LineNumber: ", StringComparison.Ordinal) : end;
        return end < 0 ? message : message[..end];
    }
}
