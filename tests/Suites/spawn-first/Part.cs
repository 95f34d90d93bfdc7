namespace ConcurrencyKatas.SpawnFirst.Suite;

/// <summary>The parts of a page.</summary>
public enum Part
{
    Profile,
    Orders,
    News,
    Offers,
    Layout,
}
