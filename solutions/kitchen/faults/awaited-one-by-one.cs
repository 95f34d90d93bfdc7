// Fault: starts everything, and awaits one task after the other: a failure of the first leaves the others on.
// Verdict: WrongAnswer
// Fails: every-way-out
namespace ConcurrencyKatas.Kitchen;

public interface IKitchen
{
    Task BoilAsync();

    Task RoastAsync();

    void Chop(int vegetable);
}

public static class Lunch
{
    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var next = -1;
        var pot = PutOnAsync(kitchen.BoilAsync);
        var oven = PutOnAsync(kitchen.RoastAsync);
        var chopped = Task.WhenAll(Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)));
        await chopped;
        await oven;
        await pot;

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
