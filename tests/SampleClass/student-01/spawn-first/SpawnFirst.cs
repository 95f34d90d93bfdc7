namespace ConcurrencyKatas.SpawnFirst;

/// <summary>Where the parts of the page come from. Any of them may fail, at once or later.</summary>
public interface ISources
{
    /// <summary>Who the reader is.</summary>
    Task<string> ProfileAsync();

    /// <summary>What the reader has ordered.</summary>
    Task<string> OrdersAsync();

    /// <summary>What has happened.</summary>
    Task<string> NewsAsync();

    /// <summary>What may suit a reader with this profile.</summary>
    Task<string> OffersAsync(string profile);

    /// <summary>Computes how the page looks: holds its thread until it is done.</summary>
    string Layout();
}

/// <summary>The page, part by part.</summary>
public sealed record Page(string Layout, string Profile, string Orders, string News, string Offers);

/// <summary>Makes the morning's page.</summary>
public static class Morning
{
    /// <summary>Asks every source once and makes a page of what they say, in the time of the longest chain.</summary>
    /// <param name="sources">Profile, orders and news need nothing from each other; the offers need the profile.</param>
    /// <exception cref="Exception">What a source failed with. Everything that was started has ended.</exception>
    public static async Task<Page> BuildAsync(ISources sources)
    {
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync), news = BeginAsync(sources.NewsAsync);
        var offers = BeginAsync(async () => await sources.OffersAsync(await profile));
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        await Task.WhenAll(profile, orders, news, offers, layout);
        return new Page(await layout, await profile, await orders, await news, await offers);
    }

    /// <summary>Whatever a start throws at once becomes its task, so that there is something to wait for.</summary>
    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
