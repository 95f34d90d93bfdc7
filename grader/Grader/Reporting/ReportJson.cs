using System.Text.Json.Serialization;
using Grader.Reporting.Comparing;
using Grader.Reporting.Html;

namespace Grader.Reporting;

/// <summary>How report records become JSON: camel case, enums by name, absent instead of null, indented by two.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(ReportKata))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(PageOverview))]
[JsonSerializable(typeof(IReadOnlyList<ReportKata>))]
internal sealed partial class ReportJson : JsonSerializerContext;
