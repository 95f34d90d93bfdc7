namespace Benchmarks.FirstBug;

/// <summary>
/// The means published with SURW (Zhao, Wolff, Mathur and Roychoudhury, ASPLOS 2025) on SCTBench: 20 runs of 10,000
/// schedules at most, mean over the runs that found the bug. Where other event models count other events, so do they.
/// </summary>
internal static class Published
{
    private static readonly Dictionary<(string Program, string Strategy), (int Found, string Mean)> Rows =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Published", "sctbench.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => (cells[0], cells[1]), cells => (int.Parse(cells[3]), cells[4]));

    /// <summary>Such as "17.2", or "4,461 (12/20)" where not every run found it; empty when nothing is published.</summary>
    public static string Mean(string program, string strategy) => Rows.TryGetValue((program, strategy), out var row)
        ? row.Found switch
        {
            0 => "never",
            20 => row.Mean,
            _ => $"{row.Mean} ({row.Found}/20)",
        }
        : "";
}
