namespace ConcurrencyKatas.SpawnFirst.Suite;

/// <summary>Which chain of a page is the longest.</summary>
public enum Chain
{
    Offers,
    OffersWithQuickProfile,
    Orders,
    News,
    Layout,
    OffersBesideTheLayout,
}
