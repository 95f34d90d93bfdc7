// Fault: the shares are rounded down, and what is left over stays on the table.
// Verdict: WrongAnswer
// Fails: more-cooks
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
        var share = vegetables / cooks;
        await Task.WhenAll(
            [
                PutOnAsync(kitchen.BoilAsync),
                PutOnAsync(kitchen.RoastAsync),
                .. Enumerable.Range(0, cooks).Select(cook => Task.Run(() => Chop(cook))),
            ]);

        void Chop(int cook)
        {
            for (var vegetable = cook * share; vegetable < (cook + 1) * share; vegetable++)
                kitchen.Chop(vegetable);
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
