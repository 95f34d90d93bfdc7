namespace ConcurrencyKatas.Amdahl;

/// <summary>The photographer's darkroom.</summary>
public interface IDarkroom
{
    /// <summary>Unpacks the film. Once, before anything is developed.</summary>
    /// <returns>How many negatives there are, 0 or more.</returns>
    int Unpack();

    /// <summary>Makes a print of one negative. Takes long; may be called for different negatives at the same time.</summary>
    /// <param name="negative">Which one, counted from 0. Each is developed once.</param>
    string Develop(int negative);

    /// <summary>Binds the album. Once, when every print is there.</summary>
    /// <param name="prints">The prints, in the order of their negatives.</param>
    void Bind(IReadOnlyList<string> prints);
}

/// <summary>Makes albums, and says how much more equipment helps.</summary>
public static class Album
{
    /// <summary>Unpacks the film, develops every negative on all cores of the machine, and binds the album.</summary>
    /// <param name="darkroom">Where it is done.</param>
    /// <exception cref="Exception">
    /// What a step threw, or an <see cref="AggregateException"/> that holds it. No album is bound then, and all work has ended.
    /// </exception>
    public static void Make(IDarkroom darkroom)
    {
        var prints = new List<string>();
        var gate = new Lock();
        Parallel.For(0, darkroom.Unpack(), negative =>
        {
            lock (gate)
                prints.Add(darkroom.Develop(negative));
        });
        darkroom.Bind(prints);
    }

    /// <summary>How many times as fast a job is on several cores, at best: Amdahl's law.</summary>
    /// <param name="serial">How much of the work must be done by one core alone; 0 or more, of any unit.</param>
    /// <param name="parallel">How much can be divided; 0 or more, of the same unit. Not both are 0.</param>
    /// <param name="cores">How many cores there are; 1 or more.</param>
    /// <returns>The time on one core, divided by the time on <paramref name="cores"/>.</returns>
    public static double Speedup(long serial, long parallel, int cores) => cores;

    /// <summary>The fewest cores on which a job is <paramref name="speedup"/> times as fast or faster.</summary>
    /// <param name="serial">As in <see cref="Speedup"/>.</param>
    /// <param name="parallel">As in <see cref="Speedup"/>.</param>
    /// <param name="speedup">1 or more.</param>
    /// <returns>Their number, exactly; 0 if no number of cores is enough. Callers ask only for numbers that fit into an int.</returns>
    public static int CoresFor(long serial, long parallel, int speedup) => speedup;
}
