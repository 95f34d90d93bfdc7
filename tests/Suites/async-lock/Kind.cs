namespace ConcurrencyKatas.AsyncLock.Suite;

/// <summary>The two bookings of the contract, for tests of what they have in common.</summary>
public enum Kind
{
    Deposit,
    Withdrawal,
}
