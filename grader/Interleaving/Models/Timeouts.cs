using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary>Timeouts as the platform takes them: whole milliseconds, -1 for ever.</summary>
internal static class Timeouts
{
    /// <summary>The longest time that the platform's timers go, in milliseconds.</summary>
    public const long Longest = uint.MaxValue - 1;

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

    /// <summary>
    /// Whether the platform takes this timeout. One that it does not is handed to it all the same: it refuses in its own words,
    /// which differ from type to type.
    /// </summary>
    public static bool Fits(TimeSpan timeout, long longest = int.MaxValue) =>
        (long)timeout.TotalMilliseconds is var milliseconds && milliseconds >= -1 && milliseconds <= longest;

    /// <exception cref="ArgumentOutOfRangeException">Less than -1.</exception>
    public static int Of(int milliseconds, [CallerArgumentExpression(nameof(milliseconds))] string name = "") =>
        milliseconds >= -1 ? milliseconds : throw new ArgumentOutOfRangeException(name, Complaint);
}
