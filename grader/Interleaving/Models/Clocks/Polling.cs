using Interleaving.Scheduling;

namespace Interleaving.Models.Clocks;

/// <summary>
/// Looks at something that only the passing of time may change. A loop that looks again and again
/// (<c>while (!token.IsCancellationRequested)</c>) would hold time still for ever, since time moves only when no operation
/// is enabled; so after many looks at one instant, a further look says that others, or time, should go on first.
/// </summary>
internal sealed class Polling
{
    private const int Patience = 20_000;
    private static readonly object Key = new();
    private long instant;
    private int looks;

    public static void Look(Operation operation, object target) =>
        operation.Arrive(target, In(operation.Execution).Tire(operation.Execution.Time.Now) ? StepKind.Pause : StepKind.Read);

    private static Polling In(Execution execution) => execution.State(Key, static _ => new Polling());

    private bool Tire(long now)
    {
        if (now != instant)
        {
            instant = now;
            looks = 0;
        }

        return ++looks > Patience;
    }
}
