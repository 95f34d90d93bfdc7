// Alternative: ContinueWith and Unwrap for the chain; no await.
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
        var profile = Begin(sources.ProfileAsync);
        var orders = Begin(sources.OrdersAsync);
        var news = Begin(sources.NewsAsync);
        var offers = profile.ContinueWith(
            known => known.IsCompletedSuccessfully ? Begin(() => sources.OffersAsync(known.Result)) : known,
            TaskScheduler.Default).Unwrap();
        var layout = Begin(() => Task.FromResult(sources.Layout()));
        return Task.WhenAll(profile, orders, news, offers, layout).ContinueWith(
            all => all.IsCompletedSuccessfully
                ? Task.FromResult(new Page(layout.Result, profile.Result, orders.Result, news.Result, offers.Result))
                : Task.FromException<Page>(all.Exception?.InnerExceptions[0] ?? new TaskCanceledException(all)),
            TaskScheduler.Default).Unwrap();
    }

    private static Task<string> Begin(Func<Task<string>> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure)
        {
            return Task.FromException<string>(failure);
        }
    }
}
