using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BreakIt;

/// <summary>Tests of your test. The grader has other gates, with the same bugs.</summary>
[TestFixture]
public sealed class BreakItTests
{
    public enum Bug
    {
        OneTooMany,
        LostPermit,
        LostWakeUp,
        WakesEverybody,
        CancelledTakesAPermit,
        SharedByAllGates,
        BlocksItsCaller,
    }

    [Test, Interleaved(DataRaces = false)]
    public async Task A_right_gate_passes_in_every_interleaving() => await GateTest.CheckAsync(permits => new SemaphoreGate(permits));

    [Test, Interleaved(DataRaces = false)]
    public async Task A_right_gate_that_lets_the_last_one_in_first_passes_too() => await GateTest.CheckAsync(Gates(null));

    [Test]
    public void A_broken_gate_is_caught_in_at_least_one([Values] Bug bug)
    {
        var found = Explorer.Explore(
            () => GateTest.CheckAsync(Gates(bug)), new ExplorationOptions { DataRaces = false, MaxSteps = 20_000 });

        found.Failure.ShouldNotBeNull($"A broken gate passed your test, in every interleaving that was tried ({found.Schedules}). It has this bug: {bug switch
        {
            Bug.OneTooMany => "there is one permit more than was asked for.",
            Bug.LostPermit => "two who leave at the same time give only one permit back.",
            Bug.LostWakeUp => "a permit that comes back while another caller is about to wait is not seen.",
            Bug.WakesEverybody => "when one leaves, all who wait come in.",
            Bug.CancelledTakesAPermit => "a caller who gave up while waiting is given the next permit all the same.",
            Bug.SharedByAllGates => "a caller who is inside one gate takes a place at all the others, too.",
            _ => "EnterAsync blocks the thread of a caller who has to wait.",
        }}");
    }

    private static Func<int, IGate> Gates(Bug? bug)
    {
        var shared = new Room();
        return permits => new Gate(permits, bug, bug == Bug.SharedByAllGates ? shared : new Room());
    }

    private sealed class SemaphoreGate(int permits) : IGate
    {
        private readonly SemaphoreSlim _permits = new(permits);

        public Task EnterAsync(CancellationToken token = default) => _permits.WaitAsync(token);

        public void Leave() => _permits.Release();
    }

    /// <summary>Who is inside, and who waits. Each gate has one of its own, if it has no bug.</summary>
    private sealed class Room
    {
        public Lock Lock { get; } = new();

        public int Entered { get; set; }

        public int Left { get; set; }

        public List<TaskCompletionSource> Waiting { get; } = [];
    }

    /// <summary>Whoever came last enters first, and without a bug it is right all the same.</summary>
    private sealed class Gate(int permits, Bug? bug, Room room) : IGate
    {
        private readonly SemaphoreSlim _blocking = new(permits);

        public Task EnterAsync(CancellationToken token = default)
        {
            if (bug == Bug.BlocksItsCaller)
            {
                _blocking.Wait(CancellationToken.None);
                return Task.CompletedTask;
            }

            if (token.IsCancellationRequested)
                return Task.FromCanceled(token);
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (room.Lock)
            {
                if (room.Entered - room.Left < (bug == Bug.OneTooMany ? permits + 1 : permits))
                {
                    room.Entered++;
                    return Task.CompletedTask;
                }

                if (bug != Bug.LostWakeUp)
                    room.Waiting.Add(waiter);
            }

            if (bug == Bug.LostWakeUp)
            {
                lock (room.Lock)
                    room.Waiting.Add(waiter);
            }

            token.Register(() => GiveUp(waiter, token));
            return waiter.Task;
        }

        public void Leave()
        {
            if (bug == Bug.BlocksItsCaller)
            {
                _blocking.Release();
                return;
            }

            var seenTooEarly = room.Left;
            lock (room.Lock)
            {
                if (room.Waiting.Count == 0)
                    room.Left = (bug == Bug.LostPermit ? seenTooEarly : room.Left) + 1;
                while (room.Waiting.Count > 0)
                {
                    room.Waiting[^1].TrySetResult();
                    room.Waiting.RemoveAt(room.Waiting.Count - 1);
                    if (bug != Bug.WakesEverybody)
                        break;
                }
            }
        }

        private void GiveUp(TaskCompletionSource waiter, CancellationToken token)
        {
            lock (room.Lock)
            {
                if (bug == Bug.CancelledTakesAPermit || room.Waiting.Remove(waiter))
                    waiter.TrySetCanceled(token);
            }
        }
    }
}
