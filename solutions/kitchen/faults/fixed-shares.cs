// Fault: each cook has a share of the vegetables from the start, and goes home when it is done.
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
        await Task.WhenAll(
            [
                PutOnAsync(kitchen.BoilAsync),
                PutOnAsync(kitchen.RoastAsync),
                .. Enumerable.Range(0, cooks).Select(cook => Task.Run(() => Chop(cook))),
            ]);

        void Chop(int cook)
        {
            for (var vegetable = vegetables * cook / cooks; vegetable < vegetables * (cook + 1) / cooks; vegetable++)
                kitchen.Chop(vegetable);
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
