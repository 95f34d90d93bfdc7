// Alternative: the vegetables lie in a channel; each cook is a task that reads from it until it is empty.
using System.Threading.Channels;

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
        var table = Channel.CreateUnbounded<int>();
        foreach (var vegetable in Enumerable.Range(0, vegetables))
            table.Writer.TryWrite(vegetable);
        table.Writer.Complete();
        Task[] all = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopAsync))];
        await Task.WhenAll(all);

        async Task ChopAsync()
        {
            await foreach (var vegetable in table.Reader.ReadAllAsync())
                kitchen.Chop(vegetable);
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
