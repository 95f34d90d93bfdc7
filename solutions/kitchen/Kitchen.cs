namespace ConcurrencyKatas.Kitchen;

/// <summary>A kitchen with one pot, one oven and some vegetables on the table.</summary>
public interface IKitchen
{
    /// <summary>Puts the pot on. Nobody needs to stand beside it: the task ends when it has boiled, or fails.</summary>
    Task BoilAsync();

    /// <summary>Puts the roast into the oven. The task ends when it is done, or fails.</summary>
    Task RoastAsync();

    /// <summary>Chops one vegetable. That is work: it takes a cook's hands, and the thread that calls, until it is done. It may fail.</summary>
    /// <param name="vegetable">Its number, from 0. Several may be chopped at the same time, each by a cook of its own.</param>
    void Chop(int vegetable);
}

/// <summary>Sunday lunch.</summary>
public static class Lunch
{
    /// <summary>Boils, roasts, and chops each vegetable once.</summary>
    /// <param name="kitchen">Where.</param>
    /// <param name="vegetables">How many vegetables are to be chopped; 0 or more.</param>
    /// <param name="cooks">
    /// How many cooks there are, and so how many vegetables can be chopped at the same time; 1 or more. A cook is needed for
    /// chopping, and not for waiting.
    /// </param>
    /// <returns>A task that ends when everything is done. If something fails, it ends with that failure when nothing is under way any more.</returns>
    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var next = -1;
        await Task.WhenAll(
            [
                PutOnAsync(kitchen.BoilAsync),
                PutOnAsync(kitchen.RoastAsync),
                .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        // An async method, so that an exception before there is a task is in the task as well.
        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
