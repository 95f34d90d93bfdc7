// Alternative: a task scheduler with as many tasks at a time as there are cooks.
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
        var cooksOnly = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, cooks).ConcurrentScheduler);
        var all = new List<Task>();
        foreach (Func<Task> appliance in (Func<Task>[])[kitchen.BoilAsync, kitchen.RoastAsync])
            all.Add(((Func<Task>)(async () => await appliance()))());
        all.AddRange(Enumerable.Range(0, vegetables).Select(vegetable => cooksOnly.StartNew(() => kitchen.Chop(vegetable))));
        await Task.WhenAll(all);
    }
}
