using Interleaving;

namespace ConcurrencyKatas.Amdahl.Suite;

/// <summary>A darkroom for simulated cores: every step is a loop that computes what nobody can know without it.</summary>
/// <param name="shape">How long the steps take.</param>
/// <param name="seed">Where the prints come from.</param>
internal sealed class Darkroom(Shape shape, int seed) : IDarkroom
{
    /// <summary>How often each negative was developed.</summary>
    public Tally Developed { get; } = new(shape.Negatives);

    /// <summary>0: unpacked, 1: bound.</summary>
    public Tally Serial { get; } = new(2);

    /// <summary>Whether every print is in the album, at its place.</summary>
    public bool IsComplete { get; private set; }

    public int Unpack()
    {
        Serial.Add(0);
        return shape.Negatives + (int)(Mix(seed, shape.Unpacking) & 0);
    }

    public string Develop(int negative)
    {
        Developed.Add(negative);
        return $"{Mix(seed + negative, shape.Developing)}";
    }

    public void Bind(IReadOnlyList<string> prints)
    {
        Serial.Add(1);
        IsComplete = prints.Count == shape.Negatives && Mix(seed, shape.Binding) != 0;
    }

    /// <summary>Everything on one core, one step after the other.</summary>
    public void Plain()
    {
        var prints = new string[Unpack()];
        for (var negative = 0; negative < prints.Length; negative++)
            prints[negative] = Develop(negative);
        Bind(prints);
    }

    /// <summary>What has to be done on one core in any case.</summary>
    public void SerialPart()
    {
        _ = Unpack();
        Bind([]);
        _ = Mix(seed, shape.Binding);
    }

    /// <summary>Rounds of mixing (the finaliser of SplitMix64, Steele, Lea and Flood 2014): one unit of work each.</summary>
    private static ulong Mix(int seed, int rounds)
    {
        var z = (ulong)seed + 1;
        for (var round = 0; round < rounds; round++)
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) + 1;
        return z | 1;
    }
}
