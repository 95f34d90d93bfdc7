// Alternative: every part fills in its place; the last one to end completes the page.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.SpawnFirst;

public interface ISources
{
    Task<string> ProfileAsync();

    Task<string> OrdersAsync();

    Task<string> NewsAsync();

    Task<string> OffersAsync(string profile);

    string Layout();
}

public sealed record Page(string Layout, string Profile, string Orders, string News, string Offers);

public static class Morning
{
    public static Task<Page> BuildAsync(ISources sources)
    {
        var page = new TaskCompletionSource<Page>(TaskCreationOptions.RunContinuationsAsynchronously);
        var parts = new ConcurrentDictionary<string, string>();
        Exception? failure = null;
        var left = 5;
        PartAsync("profile", async () =>
        {
            var profile = await sources.ProfileAsync();
            PartAsync("offers", () => sources.OffersAsync(profile));
            return profile;
        });
        PartAsync("orders", sources.OrdersAsync);
        PartAsync("news", sources.NewsAsync);
        PartAsync("layout", () => Task.FromResult(sources.Layout()));
        return page.Task;

        async void PartAsync(string part, Func<Task<string>> ask)
        {
            try
            {
                parts[part] = await ask();
            }
            catch (Exception thrown)
            {
                Interlocked.CompareExchange(ref failure, thrown, null);
                if (part == "profile")
                    Interlocked.Decrement(ref left);
            }

            if (Interlocked.Decrement(ref left) > 0)
                return;
            if (failure is null)
                page.SetResult(new(parts["layout"], parts["profile"], parts["orders"], parts["news"], parts["offers"]));
            else
                page.SetException(failure);
        }
    }
}
