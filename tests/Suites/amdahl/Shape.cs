namespace ConcurrencyKatas.Amdahl.Suite;

/// <summary>How an album's work is divided.</summary>
/// <param name="Negatives">How many there are.</param>
/// <param name="Unpacking">Rounds of work that unpacking takes.</param>
/// <param name="Developing">Rounds of work for each negative.</param>
/// <param name="Binding">Rounds of work that binding takes.</param>
internal sealed record Shape(int Negatives, int Unpacking, int Developing, int Binding)
{
    /// <summary>Divided like this, of a thousand thousandths; all negatives are equal.</summary>
    public static Shape Of(int negatives, int serial, int parallel, Random draw)
    {
        const int Unit = 2_560;
        var unpacking = draw.Next(20, 80) * serial * Unit / 100;
        return new(negatives, unpacking, parallel * Unit / negatives, (serial * Unit) - unpacking);
    }
}
