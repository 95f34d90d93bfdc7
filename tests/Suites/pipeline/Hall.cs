namespace ConcurrencyKatas.Pipeline.Suite;

internal static class Hall
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>What a call of the submission ended with: its exception, or null.</summary>
    public static Task<Exception?> OutcomeAsync(Plant plant, int inFlight, CancellationToken token = default) =>
        Caught.ByAsync(() => RunAsync(plant, inFlight, token));

    public static Task RunAsync(Plant plant, int inFlight, CancellationToken token = default) =>
        Conveyor.RunAsync<int, string>(plant, plant.StageAsync, plant.SinkAsync, inFlight, token);

    /// <summary>Everybody has ended, the source is closed, and nothing begins any more.</summary>
    public static async Task IsStillAsync(Plant plant)
    {
        Claim.That(plant.Running == 0, Wording.Zombie);
        Claim.That(plant.Misuse.Length == 0, Wording.Misused(plant.Misuse));
        Claim.That(plant.Closed >= plant.Opened, Wording.NotClosed);
        Claim.That(plant.Closed <= plant.Opened, Wording.ClosedTwice);
        Claim.That(await plant.Activity.AfterwardsAsync() == 0, Wording.Afterwards);
    }

    /// <summary>Nothing was begun after this instant.</summary>
    public static void BeganNothingAfter(Plant plant, TimeSpan instant)
    {
        Claim.That(plant.Asked.All(at => at <= instant), Wording.AskedLate);
        Claim.That(plant.Staged.All(at => at <= instant), Wording.StagedLate);
        Claim.That(plant.Sunk.All(at => at <= instant), Wording.SunkLate);
    }
}
