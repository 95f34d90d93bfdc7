// Alternative: a thread for each cook, and a promise that the last one keeps.
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
        var pot = PutOnAsync(kitchen.BoilAsync);
        var oven = PutOnAsync(kitchen.RoastAsync);
        var table = new Queue<int>(Enumerable.Range(0, vegetables));
        var chopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Exception? failure = null;
        var atWork = cooks;
        for (var cook = 0; cook < cooks; cook++)
            new Thread(Chop) { Name = $"cook {cook}" }.Start();
        await Task.WhenAll(pot, oven, chopped.Task);

        void Chop()
        {
            try
            {
                while (TryTake(out var vegetable))
                    kitchen.Chop(vegetable);
            }
            catch (Exception exception)
            {
                lock (table)
                {
                    failure ??= exception;
                    table.Clear();
                }
            }

            lock (table)
            {
                if (--atWork > 0)
                    return;
            }

            if (failure is null)
                chopped.SetResult();
            else
                chopped.SetException(failure);
        }

        bool TryTake(out int vegetable)
        {
            lock (table)
                return table.TryDequeue(out vegetable);
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
