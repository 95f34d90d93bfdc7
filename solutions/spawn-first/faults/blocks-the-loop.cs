// Fault: Result blocks the thread that the sources need to go on.
// Verdict: Deadlock
// Fails: starts-first, longest-chain
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
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync), news = BeginAsync(sources.NewsAsync);
        var offers = BeginAsync(async () => await sources.OffersAsync(await profile));
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        var all = Task.WhenAll(profile, orders, news, offers, layout);
        try
        {
            all.Wait();
        }
        catch (AggregateException)
        {
        }

        return all.ContinueWith(
            _ => all.IsCompletedSuccessfully
                ? Task.FromResult(new Page(layout.Result, profile.Result, orders.Result, news.Result, offers.Result))
                : Task.FromException<Page>(all.Exception?.InnerException ?? new TaskCanceledException(all)),
            TaskScheduler.Default).Unwrap();
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
