// Fault: a parallel loop throws an AggregateException, which comes out as it is.
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
        await Task.WhenAll(PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), Task.Run(Chop));

        void Chop()
        {
            Task[] chopping = [.. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft))];
            Task.WaitAll(chopping);
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
