using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BreakIt.Suite;

/// <summary>
/// Holds the student's test against gates. Races are not looked for: the gates have some, and the detector would do the student's work.
/// </summary>
[TestFixture]
public sealed class BreakItSuite
{
    private static readonly Flaw[] Right = [Flaw.NonePlatform, Flaw.NoneFirstComeFirst, Flaw.NoneLastComeFirst];

    [Test, Interleaved(DataRaces = false), Category("accepts")]
    public Task A_right_gate_passes([Values(Flaw.NonePlatform, Flaw.NoneFirstComeFirst, Flaw.NoneLastComeFirst)] Flaw flaw) => AcceptsAsync(flaw);

    [Test, Interleaved(DataRaces = false, Seed = 11, Schedules = 100), Category("accepts")]
    public Task A_right_gate_passes_with_another_seed([Values(Flaw.NonePlatform, Flaw.NoneFirstComeFirst, Flaw.NoneLastComeFirst)] Flaw flaw) => AcceptsAsync(flaw);

    [Test, Interleaved(DataRaces = false, Seed = 12, Schedules = 100), Category("accepts")]
    public Task A_right_gate_passes_with_a_third_seed([Values(Flaw.NonePlatform, Flaw.NoneFirstComeFirst, Flaw.NoneLastComeFirst)] Flaw flaw) => AcceptsAsync(flaw);

    [Test, Category("one-too-many")]
    public void A_gate_with_one_permit_too_many_is_caught() => Catches(Flaw.OneTooMany, Wording.OneTooMany);

    [Test, Category("lost-permit")]
    public void A_gate_that_loses_a_permit_is_caught() => Catches(Flaw.LostPermit, Wording.LostPermit);

    [Test, Category("lost-wake-up")]
    public void A_gate_that_does_not_see_a_permit_come_back_is_caught() => Catches(Flaw.LostWakeUp, Wording.LostWakeUp);

    [Test, Category("wakes-everybody")]
    public void A_gate_that_lets_all_in_who_wait_is_caught() => Catches(Flaw.WakesEverybody, Wording.WakesEverybody);

    [Test, Category("cancelled-takes-a-permit")]
    public void A_gate_that_gives_a_permit_to_one_who_gave_up_is_caught() => Catches(Flaw.CancelledTakesAPermit, Wording.Cancelled);

    [Test, Category("shared-by-all-gates")]
    public void Gates_that_share_their_permits_are_caught() => Catches(Flaw.SharedByAllGates, Wording.Shared);

    [Test, Category("blocks-its-caller")]
    public void A_gate_that_holds_the_thread_is_caught() => Catches(Flaw.BlocksItsCaller, Wording.Blocks);

    private static async Task AcceptsAsync(Flaw flaw) =>
        Claim.That(await Caught.ByAsync(() => GateTest.CheckAsync(Gate.With(flaw))) is null, Wording.Rejects);

    /// <summary>The gates come in an order that is drawn; a test that rejects a right one catches nothing.</summary>
    private static void Catches(Flaw flaw, string otherwise)
    {
        Flaw[] gates = [flaw, .. Right];
        Inputs.Draw().Shuffle(gates);
        foreach (var gate in gates)
        {
            var found = Explorer.Explore(() => GateTest.CheckAsync(Gate.With(gate)), new ExplorationOptions
            {
                Seed = TestContext.Parameters.Get("seed", 1),
                Schedules = gate == flaw ? 300 : 30,
                MaxSteps = 20_000,
                DataRaces = false,
            });
            if (gate != flaw)
                Claim.That(found.Failure is null, Wording.RejectsFirst);
            else
                Claim.That(IsCaught(found.Failure), otherwise);
        }
    }

    /// <summary>A test that leaves the explorer's control has shown nothing.</summary>
    private static bool IsCaught(FailureKind? failure) =>
        failure is FailureKind.Assertion or FailureKind.UnhandledException or FailureKind.Deadlock or FailureKind.Livelock or FailureKind.StepLimit;
}
