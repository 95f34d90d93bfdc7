namespace ConcurrencyKatas.Gather.Suite;

/// <summary>The three methods of the contract, for tests of what they have in common.</summary>
public enum Way
{
    All,
    Outcomes,
    AsCompleted,
}
