using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary>Timeouts as the platform takes them: whole milliseconds, -1 for ever.</summary>
internal static class Timeouts
{
    private const string Complaint =
        "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.";

    /// <exception cref="ArgumentOutOfRangeException">Neither -1 nor 0 or more, or longer than an int can say.</exception>
    public static int Of(TimeSpan timeout, [CallerArgumentExpression(nameof(timeout))] string name = "")
    {
        var milliseconds = (long)timeout.TotalMilliseconds;
        return milliseconds is >= -1 and <= int.MaxValue
            ? (int)milliseconds
            : throw new ArgumentOutOfRangeException(name, Complaint);
    }

    /// <exception cref="ArgumentOutOfRangeException">Less than -1.</exception>
    public static int Of(int milliseconds, [CallerArgumentExpression(nameof(milliseconds))] string name = "") =>
        milliseconds >= -1 ? milliseconds : throw new ArgumentOutOfRangeException(name, Complaint);
}
