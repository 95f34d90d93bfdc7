// Fault: WhenEach throws at the first failure, while the others run on.
// Verdict: WrongAnswer
// Fails: none-left-behind
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
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync), news = BeginAsync(sources.NewsAsync);
        var offers = BeginAsync(async () => await sources.OffersAsync(await profile));
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        await foreach (var ended in Task.WhenEach(profile, orders, news, offers, layout))
            await ended;
        return new Page(await layout, await profile, await orders, await news, await offers);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
