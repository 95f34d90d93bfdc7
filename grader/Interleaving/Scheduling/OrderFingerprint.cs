namespace Interleaving.Scheduling;

/// <summary>
/// A fingerprint of the order in which things happened in one execution: of what the operations that have ended knew of one another, and
/// of how far everybody had come when something happened that no clock shows. Two executions of one order have the same.
/// </summary>
internal sealed class OrderFingerprint
{
    public ulong Value { get; private set; }

    /// <summary>An operation has ended, and knows what it will ever know.</summary>
    public void Ended(Operation operation) => Value += operation.Clock.Hash((ulong)operation.Id);

    /// <summary>Something happens that no clock shows: a store that is seen late, an end that is told late, a cancellation.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="living">Those who may see it.</param>
    public void LookedDifferent(Operation owner, IReadOnlyList<Operation> living)
    {
        foreach (var operation in living)
            Value += (((ulong)(uint)owner.Id << 32) | (uint)operation.Id) * 1_099_511_628_211 ^ (ulong)operation.Steps * 0x9E37_79B9_7F4A_7C15;
    }
}
