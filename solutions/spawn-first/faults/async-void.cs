// Fault: async void for the offers: the page does not wait for them.
// Verdict: WrongAnswer
// Fails: complete, longest-chain, none-left-behind
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
        var offers = "";
        Offer();
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        await Task.WhenAll(profile, orders, news, layout);
        return new Page(await layout, await profile, await orders, await news, Volatile.Read(ref offers));

        async void Offer()
        {
            try
            {
                Volatile.Write(ref offers, await sources.OffersAsync(await profile));
            }
            catch (Exception)
            {
            }
        }
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
