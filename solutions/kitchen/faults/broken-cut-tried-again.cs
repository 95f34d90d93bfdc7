// Fault: a vegetable whose cut failed is chopped once more before the failure is given away.
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
        Exception? failure = null;
        await Task.WhenAll([PotAsync(), OvenAsync(), .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft))]);
        if (failure is not null)
            throw failure;

        async Task PotAsync() => await kitchen.BoilAsync();

        async Task OvenAsync() => await kitchen.RoastAsync();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
            {
                try
                {
                    kitchen.Chop(vegetable);
                }
                catch (Exception broken)
                {
                    Interlocked.CompareExchange(ref failure, broken, null);
                    kitchen.Chop(vegetable);
                }
            }
        }
    }
}
