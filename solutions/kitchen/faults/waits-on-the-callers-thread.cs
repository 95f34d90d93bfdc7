// Fault: starts everything as it should, and blocks the thread that called until it is done.
// Verdict: WrongAnswer
// Fails: hands-free, every-way-out
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
        Task[] all =
        [
            PutOnAsync(kitchen.BoilAsync),
            PutOnAsync(kitchen.RoastAsync),
            .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
        ];
        Task.WhenAll(all).GetAwaiter().GetResult();
        return Task.CompletedTask;

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
