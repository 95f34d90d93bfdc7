using System.Threading.Channels;

namespace Corpus;

/// <summary>What an object of the platform says of itself, watched until it changes: whoever sees the change sees what was done before it.</summary>
public static class Polled
{
    [Correct]
    public static async Task A_permit_that_was_given_back()
    {
        var permits = new SemaphoreSlim(0);
        await Watch(() => permits.Release(), () => permits.CurrentCount > 0);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task A_permit_that_was_there_from_the_start()
    {
        var permits = new SemaphoreSlim(1);
        await Watch(() => permits.Release(), () => permits.CurrentCount > 0);
    }

    [Correct]
    public static async Task A_count_that_is_not_zero_yet()
    {
        using var count = new CountdownEvent(2);
        await Watch(() => count.Signal(), () => count.CurrentCount == 1);
    }

    [Correct]
    public static async Task A_count_that_went_up()
    {
        using var count = new CountdownEvent(2);
        await Watch(() => count.AddCount(), () => count.CurrentCount == 3);
    }

    [Correct]
    public static async Task A_count_that_was_begun_again()
    {
        using var count = new CountdownEvent(2);
        await Watch(() => count.Reset(5), () => count.CurrentCount == 5);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task A_count_that_was_as_low_from_the_start()
    {
        using var count = new CountdownEvent(2);
        await Watch(() => count.Signal(), () => count.CurrentCount <= 2);
    }

    [Correct]
    public static async Task An_event_that_was_taken_back()
    {
        using var open = new ManualResetEventSlim(true);
        await Watch(open.Reset, () => !open.IsSet);
    }

    [Correct]
    public static async Task A_phase_that_is_over()
    {
        using var barrier = new Barrier(1);
        await Watch(barrier.SignalAndWait, () => barrier.CurrentPhaseNumber == 1);
    }

    [Correct]
    public static async Task One_more_who_takes_part()
    {
        using var barrier = new Barrier(1);
        await Watch(() => barrier.AddParticipant(), () => barrier.ParticipantCount == 2);
    }

    [Correct]
    public static async Task Items_in_a_channel()
    {
        var channel = Channel.CreateUnbounded<int>();
        await Watch(() => channel.Writer.TryWrite(1), () => channel.Reader.Count == 1);
    }

    [Correct]
    public static async Task A_channel_that_takes_no_more()
    {
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        await Watch(() => channel.Writer.Complete(), () => !channel.Writer.TryWrite(1));
    }

    [Correct]
    public static async Task A_lock_that_spins_and_is_free_again()
    {
        var spin = new SpinLock(false);
        var held = false;
        spin.Enter(ref held);
        await Watch(() => spin.Exit(), () => !spin.IsHeld);
    }

    private static async Task Watch(Action change, Func<bool> seen)
    {
        var number = 0;
        var work = Task.Run(() =>
        {
            number = 1;
            change();
        });
        var spin = default(SpinWait);
        while (!seen())
            spin.SpinOnce();
        Expect(1, number);
        await work;
    }
}
