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

    /// <summary>Computes how the page looks: blocks its thread until it is done.</summary>
    string Layout();
}

/// <summary>The page, part by part.</summary>
public sealed record Page(string Layout, string Profile, string Orders, string News, string Offers);

/// <summary>Makes the morning's page.</summary>
public static class Morning
{
    /// <summary>Asks every source once and makes a page of what they say, in the time of the longest chain.</summary>
    /// <param name="sources">Profile, orders and news need nothing from each other; the offers need the profile.</param>
    /// <exception cref="Exception">What a source or the layout threw. Everything that was started has ended.</exception>
    public static async Task<Page> BuildAsync(ISources sources)
    {
        var layout = sources.Layout();
        var profile = await sources.ProfileAsync();
        return new Page(
            layout, profile, await sources.OrdersAsync(), await sources.NewsAsync(), await sources.OffersAsync(profile));
    }
}
