using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Races;

/// <summary>
/// What each operation last read from a location that holds a reference and is written beside those who read it. One read is
/// fine; reads that are repeated need an order that plain ones do not have.
/// </summary>
internal sealed class Rereads
{
    private readonly Dictionary<int, (Epoch At, object? Value)> last = [];

    /// <summary>A write comes that is not ordered after <paramref name="read"/>, which saw what the location holds until now.</summary>
    public void Expect(Epoch read, object? value) => last.TryAdd(read.Operation, (read, value));

    /// <summary>Whoever writes the location itself knows what is in it.</summary>
    public void Forget(int operation) => last.Remove(operation);

    /// <summary>One more read. Returns the rule that the reader would need, and where it had read before.</summary>
    public (RaceRule Rule, int Earlier) Read(Epoch now, object? value)
    {
        var result = (RaceRule.None, -1);
        if (last.TryGetValue(now.Operation, out var before) && before.At.Acquires == now.Acquires
            && before.At.Item == now.Item && !IsSame(before.Value, value))
        {
            if (before.At.Site == now.Site && now.Waited > before.At.Waited)
                result = (RaceRule.Polled, before.At.Site);
            else if (before.Value is not null && before.At.Site < now.Site && Sites.Get(before.At.Site)?.Method == Sites.Get(now.Site)?.Method)
                result = (RaceRule.ReadTwice, before.At.Site);
        }

        last[now.Operation] = (now, value);
        return result;
    }

    /// <summary>Whether it makes no difference which of the two is there: strings are told apart by what they say.</summary>
    public static bool IsSame(object? one, object? other) =>
        ReferenceEquals(one, other) || (one is string text && other is string same && text == same);
}
