namespace ConcurrencyKatas.SpawnFirst.Suite;

/// <summary>Pages of different shapes: which chain is the longest, and what ends before what.</summary>
internal static class Chains
{
    /// <summary>Seconds of profile, orders, news, offers, layout.</summary>
    private static readonly Dictionary<Chain, double[]> Seconds = new()
    {
        [Chain.Offers] = [2, 1, 1, 3, 0],
        [Chain.OffersWithQuickProfile] = [1, 3, 2, 4, 0.5],
        [Chain.Orders] = [1, 6, 2, 3, 0.5],
        [Chain.News] = [2, 1, 5, 1, 1],
        [Chain.Layout] = [1, 2, 3, 2, 6],
        [Chain.OffersBesideTheLayout] = [1, 1, 1, 4, 3],
    };

    /// <summary>Lengths of this shape, a few milliseconds longer than round seconds, so that no two events coincide.</summary>
    public static TimeSpan[] Lengths(this Chain chain)
    {
        var extra = Inputs.Draw().Durations(5);
        return [.. Seconds[chain].Select((seconds, part) => TimeSpan.FromSeconds(seconds) + extra[part] - TimeSpan.FromSeconds(1))];
    }
}
