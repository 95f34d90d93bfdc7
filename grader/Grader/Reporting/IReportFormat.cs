namespace Grader.Reporting;

/// <summary>One file of the <c>--out</c> folder: a pure projection of the report.</summary>
internal interface IReportFormat
{
    /// <summary>Its name in the folder.</summary>
    string FileName { get; }

    /// <summary>Its text; the same report gives the same text.</summary>
    string Render(Report report);
}
