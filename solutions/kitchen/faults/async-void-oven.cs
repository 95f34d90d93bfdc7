// Fault: the oven is an async void method: nobody can wait for it, or hear of its failure.
// Verdict: WrongAnswer
// Fails: waits-overlap, every-way-out
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
        Roast();
        await Task.WhenAll([pot, .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft))]);

        async void Roast() => await kitchen.RoastAsync();

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
