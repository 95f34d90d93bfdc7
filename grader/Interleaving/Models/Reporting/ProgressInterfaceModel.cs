namespace Interleaving.Models.Reporting;

/// <summary>A report goes to the platform's class, under control, or to the program's own.</summary>
[Models(typeof(IProgress<>))]
internal static class ProgressInterfaceModel
{
    public static void Report<T>(IProgress<T> self, T value)
    {
        if (!ProgressModel.TryReport(self, value))
            self.Report(value);
    }
}
