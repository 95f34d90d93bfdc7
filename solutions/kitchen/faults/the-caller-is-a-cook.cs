// Fault: one cook is the caller: a task fewer, and the loop stands still.
// Verdict: WrongAnswer
// Fails: hands-free
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
        Task[] others = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), .. Enumerable.Range(1, cooks - 1).Select(_ => Task.Run(ChopWhatIsLeft))];
        Task own;
        try
        {
            ChopWhatIsLeft();
            own = Task.CompletedTask;
        }
        catch (Exception failure)
        {
            own = Task.FromException(failure);
        }

        await Task.WhenAll([.. others, own]);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
