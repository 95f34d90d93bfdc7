using System.Globalization;

namespace Benchmarks;

/// <summary>A table as README pages have it; numbers to the right.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<object?[]> rows = [];

    /// <summary>A number is written with up to one decimal below 100 and none above; null leaves the cell empty.</summary>
    public void Add(params object?[] cells) => rows.Add(cells);

    public void Print() => Print(Console.Out);

    public void Print(TextWriter output)
    {
        output.WriteLine($"| {string.Join(" | ", headings)} |");
        output.WriteLine($"|{string.Concat(headings.Select((_, column) => IsNumeric(column) ? "---:|" : "---|"))}");
        foreach (var row in rows)
            output.WriteLine($"| {string.Join(" | ", row.Select(Text))} |");
    }

    private bool IsNumeric(int column) => rows.TrueForAll(row => row[column] is not string { Length: > 0 });

    private static string Text(object? cell) => cell switch
    {
        double and < 99.95 and var number => number.ToString("N1", CultureInfo.InvariantCulture),
        double number => number.ToString("N0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
