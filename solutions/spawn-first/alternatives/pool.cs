// Alternative: the layout is computed on the pool once the others have been asked, so it never holds anybody up.
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
        var layout = Task.Run(sources.Layout);
        Task[] others = [orders, news, layout];
        try
        {
            return new Page("", await profile, "", "", await sources.OffersAsync(await profile)) with { Layout = await layout, Orders = await orders, News = await news };
        }
        finally
        {
            foreach (var other in others)
            {
                try
                {
                    await other;
                }
                catch
                {
                    // The first failure is on its way out already.
                }
            }
        }
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
