using Interleaving;

namespace ConcurrencyKatas.KeySearch.Suite;

/// <summary>How large a search an answer is judged by.</summary>
internal static class Search
{
    /// <summary>Arrangements of 12 of 20 symbols.</summary>
    public const long Huge = 60_339_831_552_000;

    private const int Sample = 5_000;

    /// <summary>
    /// A costly answer is a costly simulation, and one that goes through all keys would take for ever, so it is asked for few. The
    /// others get as many as a search should have that is worth dividing.
    /// </summary>
    public static bool IsCostly()
    {
        var book = new Book(Sample, 1, Sample, 50);
        var sample = Run(2, book);
        return book.Made.Total >= Sample / 2 || sample.Spawned >= Sample / 10 || sample.Transfers >= Sample / 10;
    }

    public static ParallelProfile Run(int cores, Book book) =>
        Cores.Run(cores, () => Locksmith.FindFirst(book, book.Opens), new CoresOptions { DataRaces = false });

    /// <summary>What the plain loop needs for the same search.</summary>
    public static long Plain(int seed, long at) => Cores.Run(1, () => new Book(at + 1, seed, 0, at).Plainly()).Work;
}
