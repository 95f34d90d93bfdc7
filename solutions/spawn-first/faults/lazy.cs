// Fault: tasks that start when somebody needs them are started by the await: one after the other.
// Verdict: WrongAnswer
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
    public static async Task<Page> BuildAsync(ISources sources)
    {
        var profile = new Lazy<Task<string>>(() => BeginAsync(sources.ProfileAsync));
        var orders = new Lazy<Task<string>>(() => BeginAsync(sources.OrdersAsync));
        var news = new Lazy<Task<string>>(() => BeginAsync(sources.NewsAsync));
        var offers = new Lazy<Task<string>>(() => BeginAsync(async () => await sources.OffersAsync(await profile.Value)));
        var layout = sources.Layout();
        return new Page(layout, await profile.Value, await orders.Value, await news.Value, await offers.Value);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
