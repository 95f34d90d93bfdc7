namespace Corpus;

/// <summary>The words that programs are written in.</summary>
internal static class Acts
{
    /// <summary>Runs all at once, as tasks, until the last has ended.</summary>
    public static void Together(params Action[] bodies) => Task.WaitAll([.. bodies.Select(body => Task.Run(body))]);

    public static void Twice(Action body) => Together(body, body);

    /// <summary>The same with async bodies.</summary>
    public static Task Together(params Func<Task>[] bodies) => Task.WhenAll(bodies.Select(body => Task.Run(body)));

    public static Task Twice(Func<Task> body) => Together(body, body);

    /// <summary>Runs all at once, as threads, until the last has ended.</summary>
    public static void Threads(params Action[] bodies)
    {
        // No closures and no loops over the array: starting and joining are all that is to be seen of this.
        var threads = Array.ConvertAll(bodies, body => new Thread(new ThreadStart(body)));
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    public static void Expect(bool holds, string otherwise = "it does not hold")
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    public static void Expect<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new InvalidOperationException($"{actual} instead of {expected}");
    }

    /// <summary>What is thrown.</summary>
    public static T Throws<T>(Action act)
        where T : Exception
    {
        try
        {
            act();
        }
        catch (T thrown)
        {
            return thrown;
        }

        throw new InvalidOperationException($"no {typeof(T).Name}");
    }
}
