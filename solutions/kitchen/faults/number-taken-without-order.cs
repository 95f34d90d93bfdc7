// Fault: takes the next number with a plain ++: two cooks take the same vegetable.
// Verdict: DataRace
// Fails: waits-overlap, more-cooks, hands-free, every-way-out
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
        var next = 0;
        await Task.WhenAll(
            [
                PutOnAsync(kitchen.BoilAsync),
                PutOnAsync(kitchen.RoastAsync),
                .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            while (next < vegetables)
                kitchen.Chop(next++);
        }
    }
}
