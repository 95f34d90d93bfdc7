using System.Text.Json;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

/// <summary>Renders a format as the command does, with a time that stands still.</summary>
internal static class FormatText
{
    public static readonly DateTimeOffset Made = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static string Of(Func<FormatInput, IEnumerable<ReportFile>> format, Report report) => Of(format, new FormatInput(report, Made));

    public static string Of(Func<FormatInput, IEnumerable<ReportFile>> format, FormatInput input) => format(input).First().Text;

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>An object has all that is required and nothing that is not known.</summary>
    public static void ShouldHave(this JsonElement element, string required, string optional = "")
    {
        var names = element.EnumerateObject().Select(property => property.Name).ToList();
        names.ShouldBeUnique();
        required.Split(' ').Except(names).ShouldBeEmpty();
        names.Except([.. required.Split(' '), .. optional.Split(' ')]).ShouldBeEmpty();
    }
}
