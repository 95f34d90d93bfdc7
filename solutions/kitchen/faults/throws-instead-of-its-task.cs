// Fault: not an async method: a pot that throws before there is a task makes the call throw, and not the task that it should return.
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
    public static Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var next = -1;
        var pot = kitchen.BoilAsync();
        return Task.WhenAll([pot, OvenAsync(), .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft))]);

        async Task OvenAsync() => await kitchen.RoastAsync();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
