namespace Grader.Reporting;

/// <summary>Whether nothing more could be written for want of room: neither the fault of a path nor of the grader.</summary>
internal static class DiskFull
{
    // What the systems call it: ENOSPC, EDQUOT (Linux, macOS), ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
    private static readonly int[] Codes = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>What the system says of it; null when it was something else.</summary>
    /// <param name="exception">What was thrown, by itself or by one of several threads.</param>
    public static string? Why(Exception exception) => exception switch
    {
        IOException e when Codes.Contains(e.HResult) => e.Message,
        AggregateException all => all.InnerExceptions.Select(Why).FirstOrDefault(why => why is not null),
        _ => null,
    };
}
