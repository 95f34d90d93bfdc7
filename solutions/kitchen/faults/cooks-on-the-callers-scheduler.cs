// Fault: the cooks' tasks take over the scheduler of whoever orders lunch.
// Verdict: WrongAnswer
// Fails: hands-free
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

public static class Lunch
{
    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var jobs = new List<Task> { Begin(kitchen.BoilAsync), Begin(kitchen.RoastAsync) };
        var left = vegetables;
        for (var cook = 0; cook < Math.Min(cooks, vegetables); cook++)
            jobs.Add(Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning));
        await Task.WhenAll(jobs);

        void Work()
        {
            for (var mine = Interlocked.Decrement(ref left); mine >= 0; mine = Interlocked.Decrement(ref left))
                kitchen.Chop(mine);
        }
    }

    private static async Task Begin(Func<Task> begin) => await begin();
}
